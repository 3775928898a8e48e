/*
 * Loaded before the C library (LD_PRELOAD), it stands between a process and its disk. It looks at the calls that change or read
 * files whose path holds FAULT_PATH:
 *   FAULT_COUNT=FILE         adds one byte to FILE for each changing call
 *   FAULT_KILL_AT=N          ends the process with SIGKILL instead of its Nth changing call
 *   FAULT_ERROR=NUMBER       lets calls fail with this errno, while FAULT_WHILE=FILE exists:
 *   FAULT_CALLS=write,sync   which ones: write, sync, read, create
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static const char *watched, *counted, *whilst, *calls;
static long kill_at, changes;
static int error_number;

__attribute__((constructor)) static void begin(void) {
  watched = getenv("FAULT_PATH");
  counted = getenv("FAULT_COUNT");
  whilst = getenv("FAULT_WHILE");
  calls = getenv("FAULT_CALLS");
  kill_at = getenv("FAULT_KILL_AT") ? atol(getenv("FAULT_KILL_AT")) : 0;
  error_number = getenv("FAULT_ERROR") ? atoi(getenv("FAULT_ERROR")) : 0;
}

static int is_watched(const char *path) { return watched && path && strstr(path, watched) != NULL; }

static int is_watched_file(int file) {
  char link[64], path[4096];
  if (!watched) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_watched(path);
}

/* Before a call that changes a watched file: counts it, and may be the end. */
static void changing(int is_mine) {
  if (!is_mine) return;
  long number = __sync_add_and_fetch(&changes, 1);
  if (counted) {
    int file = (int)syscall(SYS_openat, AT_FDCWD, counted, O_WRONLY | O_APPEND | O_CREAT, 0600);
    if (file >= 0) {
      syscall(SYS_write, file, ".", 1);
      syscall(SYS_close, file);
    }
  }
  if (kill_at && number == kill_at) syscall(SYS_kill, getpid(), SIGKILL);
}

/* Is a call of this kind to fail now? */
static int fails(int is_mine, const char *kind) {
  if (!is_mine || !error_number || !calls || !strstr(calls, kind)) return 0;
  if (whilst && syscall(SYS_faccessat, AT_FDCWD, whilst, F_OK) != 0) return 0;
  errno = error_number;
  return 1;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define WRITES(name, parameters, arguments)            \
  ssize_t name parameters {                             \
    REAL(name);                                         \
    int mine = is_watched_file(file);                   \
    changing(mine);                                     \
    return fails(mine, "write") ? -1 : real arguments;  \
  }
WRITES(write, (int file, const void *bytes, size_t length), (file, bytes, length))
WRITES(pwrite, (int file, const void *bytes, size_t length, off_t at), (file, bytes, length, at))
WRITES(pwrite64, (int file, const void *bytes, size_t length, off64_t at), (file, bytes, length, at))

#define CHANGES(name, parameters, arguments, kind)      \
  int name parameters {                                 \
    REAL(name);                                         \
    int mine = is_watched_file(file);                   \
    changing(mine);                                     \
    return fails(mine, kind) ? -1 : real arguments;     \
  }
CHANGES(fsync, (int file), (file), "sync")
CHANGES(fdatasync, (int file), (file), "sync")
CHANGES(ftruncate, (int file, off_t length), (file, length), "write")
CHANGES(ftruncate64, (int file, off64_t length), (file, length), "write")

#define READS(name, parameters, arguments)                                 \
  ssize_t name parameters {                                                 \
    REAL(name);                                                             \
    return fails(is_watched_file(file), "read") ? -1 : real arguments;      \
  }
READS(read, (int file, void *bytes, size_t length), (file, bytes, length))
READS(pread, (int file, void *bytes, size_t length, off_t at), (file, bytes, length, at))
READS(pread64, (int file, void *bytes, size_t length, off64_t at), (file, bytes, length, at))

#define NAMES(name, parameters, arguments, path, kind)  \
  int name parameters {                                 \
    REAL(name);                                         \
    int mine = is_watched(path);                        \
    changing(mine);                                     \
    return fails(mine, kind) ? -1 : real arguments;     \
  }
NAMES(unlink, (const char *path), (path), path, "write")
NAMES(rmdir, (const char *path), (path), path, "write")
NAMES(mkdir, (const char *path, mode_t mode), (path, mode), path, "create")
NAMES(rename, (const char *from, const char *to), (from, to), to, "write")
NAMES(link, (const char *from, const char *to), (from, to), to, "create")

#define OPENS(name)                                                         \
  int name(const char *path, int flags, ...) {                              \
    REAL(name);                                                             \
    va_list list;                                                           \
    va_start(list, flags);                                                  \
    mode_t mode = va_arg(list, mode_t);                                     \
    va_end(list);                                                           \
    if (!(flags & O_CREAT) || syscall(SYS_faccessat, AT_FDCWD, path, F_OK) == 0) return real(path, flags, mode); \
    int mine = is_watched(path);                                            \
    changing(mine);                                                         \
    return fails(mine, "create") ? -1 : real(path, flags, mode);            \
  }
OPENS(open)
OPENS(open64)
