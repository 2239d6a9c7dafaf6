/* calls - what stands for the system's calls in the program under test:
 * fuzz.sh renames CALL there to fuzz_CALL, for each that is declared here. */
#ifndef CALLS_H
#define CALLS_H

#include <dirent.h>
#include <iconv.h>
#include <locale.h>
#include <pthread.h>
#include <regex.h>
#include <signal.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/types.h>

/* memory.c */
void *fuzz_malloc(size_t size);
void *fuzz_calloc(size_t n, size_t size);
void *fuzz_realloc(void *p, size_t size);
void fuzz_free(void *p);
int fuzz_posix_memalign(void **to, size_t align, size_t size);
void *fuzz_mmap(void *at, size_t size, int prot, int flags, int fd, off_t from);
int fuzz_munmap(void *p, size_t size);
int fuzz_madvise(void *p, size_t size, int what);
void *fuzz_sbrk(ptrdiff_t by);
int fuzz_malloc_trim(size_t pad);
char *fuzz_strdup(const char *s);

/* descriptors.c */
int fuzz_open(const char *path, int flags, ...);
int fuzz_close(int fd);
ssize_t fuzz_read(int fd, void *to, size_t len);
ssize_t fuzz_pread(int fd, void *to, size_t len, off_t from);
ssize_t fuzz_write(int fd, const void *s, size_t len);
ssize_t fuzz_pwrite(int fd, const void *s, size_t len, off_t at);
off_t fuzz_lseek(int fd, off_t at, int whence);
int fuzz_dup2(int from, int to);
int fuzz_fcntl(int fd, int what, ...);
int fuzz_fstat(int fd, struct stat *st);
int fuzz_pipe2(int fd[2], int flags);
int fuzz_mkostemp(char *name, int flags);
int fuzz_memfd_create(const char *name, unsigned flags);
int fuzz_printf(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
int fuzz_fclose(void *f);

/* names.c */
int fuzz_stat(const char *path, struct stat *st);
int fuzz_lstat(const char *path, struct stat *st);
int fuzz_access(const char *path, int how);
int fuzz_unlink(const char *path);
int fuzz_rename(const char *from, const char *to);
int fuzz_mkdir(const char *path, mode_t mode);
ssize_t fuzz_readlink(const char *path, char *to, size_t room);
char *fuzz_realpath(const char *path, char *to);
DIR *fuzz_opendir(const char *path);
struct dirent *fuzz_readdir(DIR *d);
int fuzz_closedir(DIR *d);
int fuzz_scandir(const char *path, struct dirent ***to,
    int (*want)(const struct dirent *),
    int (*order)(const struct dirent **, const struct dirent **));

/* process.c */
void fuzz_exit(int rc) __attribute__((noreturn));
int fuzz_atexit(void (*f)(void));
int fuzz_pthread_create(pthread_t *id, const pthread_attr_t *attr,
    void *(*work)(void *), void *arg);
int fuzz_posix_spawn(void);
int fuzz_posix_spawnp(void);
int fuzz_fork(void);
void *fuzz_signal(int sig, void *what);
int fuzz_sigaction(int sig, const void *what, struct sigaction *old);
FILE *fuzz_fopen(const char *path, const char *mode);
int fuzz_setrlimit(int what, const void *limit);
int fuzz_isatty(int fd);
ssize_t fuzz_getrandom(void *to, size_t len, unsigned flags);
int fuzz_regcomp(regex_t *re, const char *s, int flags);
void fuzz_regfree(regex_t *re);
iconv_t fuzz_iconv_open(const char *to, const char *from);
int fuzz_iconv_close(iconv_t cd);
locale_t fuzz_newlocale(int mask, const char *name, locale_t base);
void fuzz_freelocale(locale_t l);

/* process.c: libFuzzer is not told which numbers are compared, which takes half
 * of the time; which strings are, it sees. */
void fuzz___sanitizer_cov_trace_cmp1(void);
void fuzz___sanitizer_cov_trace_cmp2(void);
void fuzz___sanitizer_cov_trace_cmp4(void);
void fuzz___sanitizer_cov_trace_cmp8(void);
void fuzz___sanitizer_cov_trace_const_cmp1(void);
void fuzz___sanitizer_cov_trace_const_cmp2(void);
void fuzz___sanitizer_cov_trace_const_cmp4(void);
void fuzz___sanitizer_cov_trace_const_cmp8(void);
void fuzz___sanitizer_cov_trace_switch(void);
void fuzz___sanitizer_cov_trace_div4(void);
void fuzz___sanitizer_cov_trace_div8(void);
void fuzz___sanitizer_cov_trace_gep(void);

#endif
