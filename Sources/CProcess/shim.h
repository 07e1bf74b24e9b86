// Functions of glibc (2.34 or newer) that Swift's own module of it leaves out, because they are not in POSIX, or not in
// every edition of it.
#pragma once

#include <spawn.h>
#include <unistd.h>

extern int pipe2(int descriptors[2], int flags);
extern int mkostemp(char *path, int flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int descriptor);
