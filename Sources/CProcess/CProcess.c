#define _GNU_SOURCE
#include "CProcess.h"

#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/mman.h>

int put_in_place(const char *path, const char *place, bool exchanged) {
    return renameat2(AT_FDCWD, path, AT_FDCWD, place, exchanged ? RENAME_EXCHANGE : RENAME_NOREPLACE);
}

int lock_alone(int descriptor) { return flock(descriptor, LOCK_EX | LOCK_NB); }

static atomic_bool guarded;
static atomic_int lost;
static uintptr_t page_size;

// Puts a page of zeros where one is gone; whatever else is wrong ends the process, as it would without this.
static void fill(int number, siginfo_t *info, void *context) {
    (void)context;
    void *page = (void *)((uintptr_t)info->si_addr & ~(page_size - 1));
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED;
    if (info->si_code == BUS_ADRERR && mmap(page, page_size, PROT_READ, flags, -1, 0) != MAP_FAILED) {
        atomic_fetch_add(&lost, 1);
    } else {
        signal(number, SIG_DFL);
    }
}

void guard_mapped_files(void) {
    page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
    struct sigaction action = {.sa_sigaction = fill, .sa_flags = SA_SIGINFO};
    sigemptyset(&action.sa_mask);
    atomic_store(&guarded, sigaction(SIGBUS, &action, NULL) == 0);
}

bool mapped_files_are_guarded(void) { return atomic_load(&guarded); }

int lost_pages(void) { return atomic_load(&lost); }
