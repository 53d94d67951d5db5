// Runs a program and writes what it took to a file: wall seconds, CPU seconds (user and system), peak memory in KiB,
// exit status. `measure RESULT PROGRAM [ARGUMENT ...]`.
//
// A child begins with its parent's peak memory, so the parent is this small program and not Python. It is C, and no
// part of the Swift package, because Swift's libraries alone take 3 MB more.
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) {
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

int main(int count, char **arguments) {
    if (count < 3) {
        fprintf(stderr, "usage: measure RESULT PROGRAM [ARGUMENT ...]\n");
        return 2;
    }
    pid_t child;
    int status = 0;
    struct rusage usage = {0};
    double start = now();
    int fault = posix_spawnp(&child, arguments[2], NULL, NULL, arguments + 2, environ);
    if (fault == 0) {
        if (wait4(child, &status, 0, &usage) != child) return 2;
    } else {
        fprintf(stderr, "%s cannot be run\n", arguments[2]);
    }
    double wall = now() - start;
    long peak = usage.ru_maxrss;
#ifdef __APPLE__
    peak /= 1024;
#endif
    FILE *result = fopen(arguments[1], "w");
    if (result == NULL) {
        perror(arguments[1]);
        return 2;
    }
    int code = fault != 0 ? 127 : WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    fprintf(result, "%.6f %.6f %ld %d\n", wall, seconds(usage.ru_utime) + seconds(usage.ru_stime), peak, code);
    return fclose(result) == 0 ? 0 : 2;
}
