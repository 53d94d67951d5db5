#include <archive.h>
#include <archive_entry.h>

#ifdef __linux__
#include <sys/syscall.h>
#include <unistd.h>

/* renameat2(2), which the C library declares only where it is asked for everything of its own. */
static inline int rename_with_flags(int folder, const char *old, const char *name, unsigned flags) {
    return (int)syscall(SYS_renameat2, folder, old, folder, name, flags);
}

/* syncfs(2), likewise: all that was written to a file's file system is on the disk. */
static inline int sync_file_system(int file) {
    return (int)syscall(SYS_syncfs, file);
}
#endif
