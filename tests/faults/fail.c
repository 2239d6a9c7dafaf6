/* fail.c - loaded before a program (LD_PRELOAD): the calls that the system may
 * refuse fail where they are told to.  campaign.pl runs programs with it.
 *
 *	FAULT=KIND:N	the N-th call of the kind fails, from 1
 *	FAULT=KIND:N+	and all behind it
 *	FAULT=KIND:N=S	signal S comes before it
 *	FAULT=short:N	no read or write gives more than N bytes
 *	FAULT=eintr:N	the first of N reads, writes, waits is interrupted
 *	FAULT_PROGRAM	only programs of this name; !NAME: all but those
 *	FAULT_COUNT	a file; a program adds, when it ends, a line with how
 *			many calls of each kind there were
 *	FAULT_SERVE	"IN OUT ERR", files: the program does not run but is
 *			run again and again, with these as its streams, for
 *			each line of descriptor 198, a FAULT; 199 gets the
 *			status, four bytes.  (To load a program takes ten
 *			times as long as to run it.)
 *
 * Kinds: alloc (malloc and its family, maps), read, write, open, close, name
 * (rename, mkdir), seek (and what asks for a file's state), child (fork, spawn,
 * pipes, threads), any (all of these).  Standard error is left alone; so are
 * the reads of C++'s streams, to which an error is the end of the file:
 * lemmatise has read what hunspell reads by them. */
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum kind {
	ALLOC,
	READ,
	WRITE,
	OPEN,
	CLOSE,
	NAME,
	SEEK,
	CHILD,
	ANY,
	N_KINDS
};
static const char *const kinds[] = {
    "alloc", "read", "write", "open", "close", "name", "seek", "child", "any"};

static bool on;
static unsigned long calls[N_KINDS];
static enum kind wanted = N_KINDS;
static unsigned long at;
static bool from_then;
static int signal_no;
static size_t most; /* bytes at once; 0: any */
static unsigned long interrupted;
static unsigned long interruptible;

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);
void *__libc_memalign(size_t align, size_t size);

/* The library's own function NAME. */
static void
own(const char *name, void *to)
{
	void *p = dlsym(RTLD_NEXT, name);

	memcpy(to, &p, sizeof(p));
}

static bool
is_struck(enum kind kind)
{
	calls[kind]++;
	return wanted == kind &&
	    (calls[kind] == at || (from_then && calls[kind] > at));
}

/* A call of the kind is made; whether it is to fail. */
static bool
fails(enum kind kind)
{
	bool struck;

	if (!on)
		return false;
	struck = is_struck(kind);
	struck = is_struck(ANY) || struck;
	if (struck && signal_no != 0) {
		(void)syscall(SYS_kill, syscall(SYS_getpid), signal_no);
		return false;
	}
	return struck;
}

static bool
is_interrupted(void)
{
	return on && interrupted > 0 && interruptible++ % interrupted == 0;
}

static long
refused(int why)
{
	errno = why;
	return -1;
}

/* ---- start and end ---- */

static void
read_fault(const char *s)
{
	size_t len = strcspn(s, ":");
	char *end;
	unsigned long n = strtoul(s + len + (s[len] == ':'), &end, 10);

	from_then = *end == '+';
	signal_no = *end == '=' ? (int)strtol(end + 1, NULL, 10) : 0;
	at = n;
	if (strncmp(s, "short", len) == 0)
		most = n;
	else if (strncmp(s, "eintr", len) == 0)
		interrupted = n;
	else
		for (int i = 0; i < N_KINDS; i++)
			if (strncmp(s, kinds[i], len) == 0)
				wanted = (enum kind)i;
}

/* What it answers is the status of wait(). */
enum {
	ASKS = 198,
	ANSWERS = 199,
	TOO_LONG = 60
};

static void
stream(int fd, const char *path, int flags)
{
	long from = syscall(SYS_openat, AT_FDCWD, path, flags, 0666);

	if (from == -1 || syscall(SYS_dup3, from, fd, 0) == -1)
		_exit(120);
	(void)syscall(SYS_close, from);
}

/* The program of one line goes on from here. */
static void
go(const char *fault, const char *in, const char *out, const char *err)
{
	(void)syscall(SYS_close, ASKS);
	(void)syscall(SYS_close, ANSWERS);
	stream(STDIN_FILENO, in, O_RDONLY);
	stream(STDOUT_FILENO, out, O_WRONLY | O_CREAT | O_TRUNC);
	stream(STDERR_FILENO, err, O_WRONLY | O_CREAT | O_TRUNC);
	(void)alarm(TOO_LONG);
	read_fault(fault);
}

static void
serve(const char *files)
{
	char name[3][4096];
	char line[64];
	ssize_t n;

	if (sscanf(files, "%4095s %4095s %4095s", name[0], name[1], name[2]) !=
	    3)
		_exit(120);
	while ((n = syscall(SYS_read, ASKS, line, sizeof(line) - 1)) > 0) {
		int status;
		pid_t pid = fork();

		line[n] = '\0';
		if (pid == 0) {
			go(line, name[0], name[1], name[2]);
			return;
		}
		if (pid == -1 ||
		    syscall(SYS_wait4, pid, &status, 0, NULL) != pid ||
		    syscall(SYS_write, ANSWERS, &status, sizeof(status)) !=
			sizeof(status))
			_exit(120);
	}
	_exit(0);
}

static void __attribute__((constructor)) start(void)
{
	const char *files = getenv("FAULT_SERVE");
	const char *program = getenv("FAULT_PROGRAM");
	const char *fault = getenv("FAULT");
	bool but = program != NULL && *program == '!';

	if (program != NULL && *program != '\0' &&
	    (strcmp(program + but, program_invocation_short_name) == 0) == but)
		return;
	if (files != NULL) {
		serve(files);
		(void)unsetenv("FAULT_SERVE");
	} else if (fault != NULL)
		read_fault(fault);
	on = true;
}

static void __attribute__((destructor)) end(void)
{
	const char *path = getenv("FAULT_COUNT");
	char s[512];
	size_t len;
	long fd;

	if (!on || path == NULL)
		return;
	on = false;
	len =
	    (size_t)snprintf(s, sizeof(s), "%s", program_invocation_short_name);
	for (int i = 0; i < N_KINDS; i++)
		len += (size_t)snprintf(
		    s + len, sizeof(s) - len, "\t%s=%lu", kinds[i], calls[i]);
	s[len++] = '\n';
	fd = syscall(
	    SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0666);
	if (fd == -1 || syscall(SYS_write, fd, s, len) != (long)len)
		(void)!write(STDERR_FILENO, "fail.c: FAULT_COUNT\n", 20);
	(void)syscall(SYS_close, fd);
}

/* ---- memory ---- */

void *
malloc(size_t size)
{
	if (!fails(ALLOC))
		return __libc_malloc(size);
	errno = ENOMEM;
	return NULL;
}

void *
calloc(size_t n, size_t size)
{
	if (!fails(ALLOC))
		return __libc_calloc(n, size);
	errno = ENOMEM;
	return NULL;
}

void *
realloc(void *p, size_t size)
{
	if (!fails(ALLOC))
		return __libc_realloc(p, size);
	errno = ENOMEM;
	return NULL;
}

void *
aligned_alloc(size_t align, size_t size)
{
	if (!fails(ALLOC))
		return __libc_memalign(align, size);
	errno = ENOMEM;
	return NULL;
}

int
posix_memalign(void **to, size_t align, size_t size)
{
	void *p = fails(ALLOC) ? NULL : __libc_memalign(align, size);

	if (p == NULL)
		return ENOMEM;
	*to = p;
	return 0;
}

void *
mmap(void *p, size_t len, int prot, int flags, int fd, off_t off)
{
	long got = fails(ALLOC)
	    ? refused(ENOMEM)
	    : syscall(SYS_mmap, p, len, prot, flags, fd, off);
	void *to;

	memcpy(&to, &got, sizeof(to));
	return to;
}

/* ---- bytes ---- */

static size_t
bounded(size_t len)
{
	return on && most > 0 && len > most ? most : len;
}

/* Is the call that returns there of C++'s own library? */
static bool
is_stream(const void *there)
{
	Dl_info info;

	return on && dladdr(there, &info) != 0 && info.dli_fname != NULL &&
	    strstr(info.dli_fname, "/libstdc++") != NULL;
}

ssize_t
read(int fd, void *to, size_t len)
{
	if (is_stream(__builtin_return_address(0)))
		return syscall(SYS_read, fd, to, len);
	if (fails(READ))
		return refused(EIO);
	if (is_interrupted())
		return refused(EINTR);
	return syscall(SYS_read, fd, to, bounded(len));
}

ssize_t
pread(int fd, void *to, size_t len, off_t from)
{
	if (fails(READ))
		return refused(EIO);
	if (is_interrupted())
		return refused(EINTR);
	return syscall(SYS_pread64, fd, to, bounded(len), from);
}

ssize_t
write(int fd, const void *s, size_t len)
{
	if (fd == STDERR_FILENO)
		return syscall(SYS_write, fd, s, len);
	if (fails(WRITE))
		return refused(ENOSPC);
	if (is_interrupted())
		return refused(EINTR);
	return syscall(SYS_write, fd, s, bounded(len));
}

ssize_t
pwrite(int fd, const void *s, size_t len, off_t to)
{
	if (fails(WRITE))
		return refused(ENOSPC);
	if (is_interrupted())
		return refused(EINTR);
	return syscall(SYS_pwrite64, fd, s, bounded(len), to);
}

/* ---- files ---- */

int
open(const char *path, int flags, ...)
{
	int mode = 0;
	va_list ap;

	va_start(ap, flags);
	if ((flags & (O_CREAT | O_TMPFILE)) != 0)
		mode = va_arg(ap, int);
	va_end(ap);
	if (fails(OPEN))
		return (int)refused(EMFILE);
	return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

DIR *
opendir(const char *path)
{
	DIR *(*f)(const char *);

	own("opendir", &f);
	if (!fails(OPEN))
		return f(path);
	errno = EMFILE;
	return NULL;
}

FILE *
fopen(const char *path, const char *mode)
{
	FILE *(*f)(const char *, const char *);

	own("fopen", &f);
	if (!fails(OPEN))
		return f(path, mode);
	errno = EMFILE;
	return NULL;
}

/* The file is closed all the same, as Linux does. */
int
close(int fd)
{
	bool bad = fails(CLOSE);
	int rc = (int)syscall(SYS_close, fd);

	return bad ? (int)refused(EIO) : rc;
}

int
rename(const char *old, const char *new)
{
	if (fails(NAME))
		return (int)refused(ENOSPC);
	return (int)syscall(SYS_renameat2, AT_FDCWD, old, AT_FDCWD, new, 0);
}

int
mkdir(const char *path, mode_t mode)
{
	if (fails(NAME))
		return (int)refused(ENOSPC);
	return (int)syscall(SYS_mkdirat, AT_FDCWD, path, mode);
}

int
dup2(int from, int to)
{
	if (fails(OPEN))
		return (int)refused(EMFILE);
	return from == to ? to : (int)syscall(SYS_dup3, from, to, 0);
}

off_t
lseek(int fd, off_t to, int whence)
{
	if (fails(SEEK))
		return refused(EIO);
	return syscall(SYS_lseek, fd, to, whence);
}

int
fstat(int fd, struct stat *st)
{
	if (fails(SEEK))
		return (int)refused(EIO);
	return (int)syscall(SYS_fstat, fd, st);
}

/* ---- children ---- */

pid_t
fork(void)
{
	pid_t (*f)(void);

	own("fork", &f);
	return fails(CHILD) ? (pid_t)refused(EAGAIN) : f();
}

int
pipe2(int fd[2], int flags)
{
	if (fails(CHILD))
		return (int)refused(EMFILE);
	return (int)syscall(SYS_pipe2, fd, flags);
}

int
pipe(int fd[2])
{
	return pipe2(fd, 0);
}

pid_t
waitpid(pid_t pid, int *status, int options)
{
	if (is_interrupted())
		return (pid_t)refused(EINTR);
	return (pid_t)syscall(SYS_wait4, pid, status, options, NULL);
}

int
posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *a,
    const posix_spawnattr_t *attr, char *const argv[], char *const env[])
{
	int (*f)(pid_t *, const char *, const posix_spawn_file_actions_t *,
	    const posix_spawnattr_t *, char *const[], char *const[]);

	own("posix_spawn", &f);
	return fails(CHILD) ? EAGAIN : f(pid, path, a, attr, argv, env);
}

int
posix_spawnp(pid_t *pid, const char *path, const posix_spawn_file_actions_t *a,
    const posix_spawnattr_t *attr, char *const argv[], char *const env[])
{
	int (*f)(pid_t *, const char *, const posix_spawn_file_actions_t *,
	    const posix_spawnattr_t *, char *const[], char *const[]);

	own("posix_spawnp", &f);
	return fails(CHILD) ? EAGAIN : f(pid, path, a, attr, argv, env);
}

int
pthread_create(
    pthread_t *id, const pthread_attr_t *attr, void *(*run)(void *), void *arg)
{
	int (*f)(
	    pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);

	own("pthread_create", &f);
	return fails(CHILD) ? EAGAIN : f(id, attr, run, arg);
}
