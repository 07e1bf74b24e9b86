/* Runs one command and writes what it cost, as JSON, to a file:
 *
 *     measured REPORT COMMAND [ARGUMENT...]
 *
 * The kernel lets a child inherit its parent's memory peak across exec; started from Python, a program of 3 MB would
 * seem to take Python's 15 MB. This launcher is small enough not to matter. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static double seconds(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec * 1e-6;
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: %s REPORT COMMAND [ARGUMENT...]\n", argv[0]);
        return 2;
    }
    double start = seconds_now();
    pid_t child = fork();
    if (child < 0) {
        perror("fork");
        return 1;
    }
    if (child == 0) {
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    int status = 0;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) != child) {
        perror("wait4");
        return 1;
    }
    double wall = seconds_now() - start;

    FILE *report = fopen(argv[1], "w");
    if (report == NULL) {
        perror(argv[1]);
        return 1;
    }
    int code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    /* ru_maxrss is in KiB on Linux. */
    fprintf(report, "{\"exit\": %d, \"wall\": %.6f, \"user\": %.6f, \"system\": %.6f, \"peak\": %ld}\n", code, wall,
            seconds(usage.ru_utime), seconds(usage.ru_stime), usage.ru_maxrss * 1024L);
    return fclose(report) == 0 ? 0 : 1;
}
