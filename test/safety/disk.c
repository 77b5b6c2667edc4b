/*
 * Stands between a program and the disk. It counts the calls by which the program changes what lies below the folder FU_DISK_ROOT,
 * and with FU_DISK_READS=1 those that read it; at call FU_DISK_AT it does what FU_DISK_DO says:
 *
 *   kill     ends the program with SIGKILL instead of the call
 *   ENOSPC   lets the call fail, and each later one that needs room
 *   EIO      lets the call fail, once
 *
 * In FU_DISK_LOG it writes what was done, call by call, with all bytes written, and what was said on stdout; a power
 * cut is played from that. Built by disk.ts with: cc -shared -fPIC -o disk.so disk.c -ldl
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 1024

static const char *root;
static size_t root_length;
static int log_fd = -1, counts_reads, at, seen;
static const char *fault = "";
static char tracked[MOST];

static void *real(const char *name) { return dlsym(RTLD_NEXT, name); }

#define REAL(type, name, ...) \
  static type (*real_##name)(__VA_ARGS__); \
  if (!real_##name) real_##name = (type(*)(__VA_ARGS__))real(#name)

static void log_bytes(const void *bytes, size_t length) {
  const char *from = bytes;
  REAL(ssize_t, write, int, const void *, size_t);
  while (length > 0) {
    ssize_t done = real_write(log_fd, from, length);
    if (done < 0) _exit(99);
    from += done;
    length -= (size_t)done;
  }
}

static void note(const char *format, ...) {
  char line[2 * PATH_MAX];
  va_list values;
  if (log_fd < 0) return;
  va_start(values, format);
  int length = vsnprintf(line, sizeof line, format, values);
  va_end(values);
  log_bytes(line, (size_t)length);
}

__attribute__((constructor)) static void begin(void) {
  const char *log = getenv("FU_DISK_LOG"), *number = getenv("FU_DISK_AT"), *what = getenv("FU_DISK_DO");
  REAL(int, open, const char *, int, ...);
  root = getenv("FU_DISK_ROOT");
  root_length = root ? strlen(root) : 0;
  at = number ? atoi(number) : 0;
  fault = what ? what : "";
  counts_reads = getenv("FU_DISK_READS") != NULL;
  /* A process that the program starts is none of this. */
  unsetenv("LD_PRELOAD");
  if (log) log_fd = real_open(log, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
}

static int ours(const char *path) { return root && path && strncmp(path, root, root_length) == 0; }
static int is_tracked(int fd) { return fd >= 0 && fd < MOST && tracked[fd]; }

enum kind { READS, CHANGES, NEEDS_ROOM };

/* What is to happen to this call: 0 it goes on, -1 it fails with errno set. */
static int meet(enum kind kind) {
  if (kind == READS && !counts_reads) return 0;
  if (strcmp(fault, "ENOSPC") == 0 && kind != NEEDS_ROOM) return 0;
  seen += 1;
  if (at == 0 || seen < at) return 0;
  if (strcmp(fault, "ENOSPC") == 0) {
    errno = ENOSPC;
    return -1;
  }
  if (seen > at) return 0;
  if (strcmp(fault, "EIO") == 0) {
    errno = EIO;
    return -1;
  }
  if (strcmp(fault, "kill") == 0) kill(getpid(), SIGKILL);
  return 0;
}

__attribute__((destructor)) static void end(void) { note("calls %d\n", seen); }

static int opened(int fd, const char *path, int flags) {
  if (fd >= 0 && fd < MOST) {
    tracked[fd] = 1;
    note("open %d %d %d %s\n", fd, (flags & O_CREAT) != 0, (flags & O_TRUNC) != 0, path);
  }
  return fd;
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    mode_t mode = 0; \
    if (flags & O_CREAT) { va_list v; va_start(v, flags); mode = va_arg(v, mode_t); va_end(v); } \
    REAL(int, name, const char *, int, ...); \
    if (!ours(path)) return real_##name(path, flags, mode); \
    if (meet(flags & O_CREAT ? NEEDS_ROOM : READS)) return -1; \
    return opened(real_##name(path, flags, mode), path, flags); \
  }
#define OPENAT(name) \
  int name(int folder, const char *path, int flags, ...) { \
    mode_t mode = 0; \
    if (flags & O_CREAT) { va_list v; va_start(v, flags); mode = va_arg(v, mode_t); va_end(v); } \
    REAL(int, name, int, const char *, int, ...); \
    if (!ours(path)) return real_##name(folder, path, flags, mode); \
    if (meet(flags & O_CREAT ? NEEDS_ROOM : READS)) return -1; \
    return opened(real_##name(folder, path, flags, mode), path, flags); \
  }
OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  REAL(int, close, int);
  if (is_tracked(fd)) {
    tracked[fd] = 0;
    note("close %d\n", fd);
  }
  return real_close(fd);
}

static ssize_t put(int fd, const void *bytes, size_t length, off_t offset) {
  REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
  if (meet(NEEDS_ROOM)) return -1;
  ssize_t done = real_pwrite64(fd, bytes, length, offset);
  if (done >= 0 && log_fd >= 0) {
    note("write %d %lld %zd\n", fd, (long long)offset, done);
    log_bytes(bytes, (size_t)done);
  }
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t);
  return is_tracked(fd) ? put(fd, bytes, length, offset) : real_pwrite64(fd, bytes, length, offset);
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  return pwrite64(fd, bytes, length, offset);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  REAL(ssize_t, write, int, const void *, size_t);
  if (is_tracked(fd)) {
    ssize_t done = put(fd, bytes, length, lseek(fd, 0, SEEK_CUR));
    if (done > 0) lseek(fd, done, SEEK_CUR);
    return done;
  }
  ssize_t done = real_write(fd, bytes, length);
  if (fd == 1 && done > 0) note("said\n");
  return done;
}

/* Several pieces at once become several calls; nobody here writes so. */
ssize_t writev(int fd, const struct iovec *pieces, int count) {
  REAL(ssize_t, writev, int, const struct iovec *, int);
  if (!is_tracked(fd)) return real_writev(fd, pieces, count);
  return count > 0 ? write(fd, pieces[0].iov_base, pieces[0].iov_len) : 0;
}

ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) {
  REAL(ssize_t, sendfile64, int, int, off64_t *, size_t);
  if (!is_tracked(to)) return real_sendfile64(to, from, offset, length);
  char bytes[65536];
  REAL(ssize_t, pread64, int, void *, size_t, off64_t);
  off64_t start = offset ? *offset : lseek(from, 0, SEEK_CUR);
  ssize_t found = real_pread64(from, bytes, length < sizeof bytes ? length : sizeof bytes, start);
  if (found <= 0) return found;
  ssize_t done = write(to, bytes, (size_t)found);
  if (done > 0 && offset) *offset += done;
  if (done > 0 && !offset) lseek(from, done, SEEK_CUR);
  return done;
}
ssize_t sendfile(int to, int from, off_t *offset, size_t length) { return sendfile64(to, from, offset, length); }

/* Node asks the kernel to copy files by number; refused, it copies them by sendfile. */
long syscall(long number, ...) {
  long a[6];
  va_list values;
  va_start(values, number);
  for (int i = 0; i < 6; i += 1) a[i] = va_arg(values, long);
  va_end(values);
  if (number == SYS_copy_file_range && is_tracked((int)a[2])) {
    errno = ENOSYS;
    return -1;
  }
  REAL(long, syscall, long, ...);
  return real_syscall(number, a[0], a[1], a[2], a[3], a[4], a[5]);
}

#define READ(name, ...) \
  if (is_tracked(fd) && meet(READS)) return -1; \
  return real_##name(__VA_ARGS__)
ssize_t read(int fd, void *into, size_t length) {
  REAL(ssize_t, read, int, void *, size_t);
  READ(read, fd, into, length);
}
ssize_t pread64(int fd, void *into, size_t length, off64_t offset) {
  REAL(ssize_t, pread64, int, void *, size_t, off64_t);
  READ(pread64, fd, into, length, offset);
}
ssize_t pread(int fd, void *into, size_t length, off_t offset) { return pread64(fd, into, length, offset); }

int ftruncate64(int fd, off64_t length) {
  REAL(int, ftruncate64, int, off64_t);
  if (!is_tracked(fd)) return real_ftruncate64(fd, length);
  if (meet(CHANGES)) return -1;
  int done = real_ftruncate64(fd, length);
  if (done == 0) note("truncate %d %lld\n", fd, (long long)length);
  return done;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

#define SYNC(name) \
  int name(int fd) { \
    REAL(int, name, int); \
    if (!is_tracked(fd)) return real_##name(fd); \
    if (meet(CHANGES)) return -1; \
    int done = real_##name(fd); \
    if (done == 0) note("sync %d\n", fd); \
    return done; \
  }
SYNC(fsync)
SYNC(fdatasync)

#define ONE_NAME(name, word, kind, parameters, values) \
  int name parameters { \
    static int (*next) parameters; \
    if (!next) next = (int(*) parameters)real(#name); \
    if (!ours(path)) return next values; \
    if (meet(kind)) return -1; \
    int done = next values; \
    if (done == 0) note(word " %s\n", path); \
    return done; \
  }
ONE_NAME(unlink, "unlink", CHANGES, (const char *path), (path))
ONE_NAME(remove, "unlink", CHANGES, (const char *path), (path))
ONE_NAME(unlinkat, "unlink", CHANGES, (int folder, const char *path, int flags), (folder, path, flags))
ONE_NAME(rmdir, "unlink", CHANGES, (const char *path), (path))
ONE_NAME(mkdir, "mkdir", NEEDS_ROOM, (const char *path, mode_t mode), (path, mode))
ONE_NAME(chmod, "chmod", CHANGES, (const char *path, mode_t mode), (path, mode))

#define TWO_NAMES(name, word) \
  int name(const char *from, const char *path) { \
    REAL(int, name, const char *, const char *); \
    if (!ours(path)) return real_##name(from, path); \
    if (meet(NEEDS_ROOM)) return -1; \
    int done = real_##name(from, path); \
    if (done == 0) note(word " %s\n%s\n", from, path); \
    return done; \
  }
TWO_NAMES(rename, "rename")
TWO_NAMES(link, "link")
