// no-sockets COMMAND [ARGUMENT…]: becomes the command, which the kernel kills (SIGSYS) as soon as it or what it starts asks
// for a socket, or for io_uring, which can make one. Exit status 77 where that cannot be forbidden.

#include <stdio.h>
#include <unistd.h>

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#else
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define KILL BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS)
#define FORBID(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1), KILL

static int forbid(void) {
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCHITECTURE, 1, 0),
        KILL,
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
#if defined(__x86_64__)
        // The calls of x32 have this bit.
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, 0x40000000, 0, 1),
        KILL,
#endif
        FORBID(SYS_socket),
        FORBID(SYS_socketpair),
        FORBID(SYS_connect),
        FORBID(SYS_bind),
        FORBID(SYS_listen),
        FORBID(SYS_accept),
        FORBID(SYS_accept4),
        FORBID(SYS_sendto),
        FORBID(SYS_sendmsg),
        FORBID(SYS_sendmmsg),
        FORBID(SYS_recvfrom),
        FORBID(SYS_recvmsg),
        FORBID(SYS_recvmmsg),
        FORBID(425 /* io_uring_setup */),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return -1;
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

#else

static int forbid(void) { return -1; }

#endif

int main(int count, char **words) {
    if (count < 2) {
        fputs("usage: no-sockets COMMAND [ARGUMENT...]\n", stderr);
        return 2;
    }
    if (forbid() != 0) {
        fputs("sockets cannot be forbidden here\n", stderr);
        return 77;
    }
    execvp(words[1], words + 1);
    perror(words[1]);
    return 127;
}
