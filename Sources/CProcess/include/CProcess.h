// Functions of glibc (2.34 or newer) that Swift's own module of it leaves out, because they are not in POSIX, or not in
// every edition of it, and a guard that has to be written in C.
#pragma once

#include <spawn.h>
#include <stdbool.h>
#include <unistd.h>

extern int pipe2(int descriptors[2], int flags);
extern int mkostemp(char *path, int flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int descriptor);

// Puts a folder or file in the place of another, and that one, if it is to be exchanged, in the place of the first; else
// nothing may stand there. In one step; -1 with errno where it fails.
int put_in_place(const char *path, const char *place, bool exchanged);

// Locks an open file or folder for this process alone, without waiting; -1 with errno where it fails.
int lock_alone(int descriptor);

// From now on a page of a mapped file that is no more there, because the file was cut, reads as zeros.
void guard_mapped_files(void);

// Whether mapped files are guarded.
bool mapped_files_are_guarded(void);

// How many pages were read that were no more there.
int lost_pages(void);
