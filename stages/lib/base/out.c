#include "out.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zstd.h>

#include "err.h"

enum {
	LINKS = 40 /* that lead to each other */
};

/* What standard output is called when it is whole, and until then. */
static char *whole;
static char *volatile part;
/* Files beside their places that are not whole; gone with the program. */
static struct aside *volatile first_aside;
/* Standard output is whole, and waits for them. */
static bool waits;
/* When the first of them was whole, if there is one. */
static struct timespec first_time;
/* What packs standard output, or NULL. */
static ZSTD_CCtx *packer;

static void
remove_parts(void)
{
	if (part != NULL)
		(void)unlink(part);
	for (const struct aside *a = first_aside; a != NULL; a = a->next)
		(void)unlink(a->part);
}

/* Once more: its disposition is the default again. */
static void
stop(int signal_no)
{
	remove_parts();
	(void)raise(signal_no);
}

/* What is not whole goes with the program, however it ends (but kill -9). */
static void
guard_parts(void)
{
	static const int ends[] = {SIGHUP, SIGINT, SIGPIPE, SIGTERM, SIGXCPU};
	static bool guarded;
	struct sigaction how = {
	    .sa_handler = stop, .sa_flags = (int)SA_RESETHAND};
	struct sigaction old;

	if (guarded)
		return;
	guarded = true;
	(void)atexit(remove_parts);
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (sigaction(ends[i], NULL, &old) == 0 &&
		    old.sa_handler == SIG_DFL)
			(void)sigaction(ends[i], &how, NULL);
}

/* Is the file written beside its place?  A device or a pipe stays what it is.
 */
static bool
goes_beside(const char *path)
{
	struct stat st;

	return stat(path, &st) == -1 || S_ISREG(st.st_mode);
}

/* Where a name leads: through links, of which none is replaced by a file.  A
 * pipe keeps its name, for that behind a link such as /dev/stdout opens none.
 */
static char *
behind_links(const char *path)
{
	char *at = mem_string(path);
	struct stat st;

	if (!goes_beside(path))
		return at;
	for (int i = 0; lstat(at, &st) == 0 && S_ISLNK(st.st_mode); i++) {
		struct buf b = {0};
		char to[PATH_MAX];
		ssize_t n = readlink(at, to, sizeof(to));
		const char *slash = strrchr(at, '/');

		if (i == LINKS)
			errno = ELOOP;
		if (n == -1 || i == LINKS)
			die_sys(path);
		if (*to != '/' && slash != NULL)
			buf_mem(&b, at, (size_t)(slash - at) + 1);
		buf_mem(&b, to, (size_t)n);
		free(at);
		at = b.s;
	}
	return at;
}

/* The fastest level, or one at which blocks stay as they are; and a sum that
 * tells of a bit that flips. */
static void
start_packer(void)
{
	const char *stored = getenv("TRIBUNE_STORED");
	int level = stored != NULL && *stored != '\0' ? -1000 : 1;

	if ((packer = ZSTD_createCCtx()) == NULL)
		die_sys("zstd");
	(void)ZSTD_CCtx_setParameter(packer, ZSTD_c_compressionLevel, level);
	(void)ZSTD_CCtx_setParameter(packer, ZSTD_c_checksumFlag, 1);
}

void
out_redirect(const char *path)
{
	struct buf b = {0};
	bool beside = goes_beside(path);
	size_t len = strlen(path);
	int fd;

	if (whole != NULL)
		die_usage("option --output: twice");
	if (*path == '\0')
		die_usage("option --output: a name is needed");
	whole = behind_links(path);
	buf_str(&b, whole);
	buf_str(&b, beside ? ".part" : "");
	if (len > 4 && strcmp(path + len - 4, ".zst") == 0)
		start_packer();
	guard_parts();
	fd = open(b.s, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd != -1 && beside)
		part = b.s;
	if (fd == -1 || dup2(fd, STDOUT_FILENO) == -1 || close(fd) == -1)
		die_sys(b.s);
	if (!beside)
		buf_free(&b);
}

/* A line of the file that TRIBUNE_COSTS names, in one piece: others write to
 * it, too. */
static void
tell_cost(void)
{
	const char *path = getenv("TRIBUNE_COSTS");
	struct rusage took;
	double ms;
	int fd;

	if (path == NULL || *path == '\0' ||
	    getrusage(RUSAGE_SELF, &took) == -1)
		return;
	ms = 1e3 * (double)(took.ru_utime.tv_sec + took.ru_stime.tv_sec) +
	    (double)(took.ru_utime.tv_usec + took.ru_stime.tv_usec) / 1e3;
	fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
	if (fd == -1 || dprintf(fd, "%s\t%.0f\n", whole, ms) < 0 ||
	    close(fd) == -1)
		die_sys(path);
}

void
out_name(void)
{
	char *done;

	if (part == NULL)
		return;
	tell_cost();
	done = part;
	/* not later than what is beside it, which make would take for old */
	if (first_time.tv_sec != 0)
		(void)utimensat(AT_FDCWD, done,
		    (const struct timespec[]){
			{.tv_nsec = UTIME_OMIT}, first_time},
		    0);
	if (rename(done, whole) == -1)
		die_sys(whole);
	part = NULL;
	free(done);
}

void
out_memory(struct out *o)
{
	*o = (struct out){.fd = -1, .name = "memory"};
}

void
out_open(struct out *o, int fd, const char *name)
{
	*o = (struct out){.fd = fd, .name = name};
	buf_room(&o->b, OUT_BLOCK);
#ifdef F_SETPIPE_SZ
	(void)fcntl(fd, F_SETPIPE_SZ, 1 << 20); /* only speed: may fail */
#endif
}

void
out_stdout(struct out *o)
{
	out_open(o, STDOUT_FILENO, OUT_STDOUT);
}

static void
write_all(const struct out *o, const char *s, size_t len)
{
	while (len > 0) {
		ssize_t n = write(o->fd, s, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			die_sys(o->name);
		s += n;
		len -= (size_t)n;
	}
}

/* The bytes as part of the one frame, or with its end. */
static void
write_packed(const struct out *o, ZSTD_EndDirective how)
{
	ZSTD_inBuffer from = {o->b.s, o->b.len, 0};
	char s[64 * 1024];
	size_t left;

	do {
		ZSTD_outBuffer to = {s, sizeof(s), 0};

		left = ZSTD_compressStream2(packer, &to, &from, how);
		if (ZSTD_isError(left)) {
			errno = ENOMEM;
			die_sys("zstd");
		}
		write_all(o, s, to.pos);
	} while (how == ZSTD_e_end ? left > 0 : from.pos < from.size);
}

static bool
is_packed(const struct out *o)
{
	return o->fd == STDOUT_FILENO && packer != NULL;
}

void
out_flush(struct out *o)
{
	if (is_packed(o))
		write_packed(o, ZSTD_e_continue);
	else
		write_all(o, o->b.s, o->b.len);
	o->b.len = 0;
}

void
out_close(struct out *o)
{
	out_flush(o);
	if (is_packed(o))
		write_packed(o, ZSTD_e_end);
	if (close(o->fd) == -1)
		die_sys(o->name);
	if (o->fd == STDOUT_FILENO) {
		waits = first_aside != NULL;
		if (!waits)
			out_name();
	}
	buf_free(&o->b);
}

void
out_str(struct out *o, const char *s)
{
	out_mem(o, s, strlen(s));
}

void
out_tab_mem(struct out *o, const char *s, size_t len)
{
	out_ch(o, '\t');
	out_mem(o, s, len);
}

void
out_tab_str(struct out *o, const char *s)
{
	out_tab_mem(o, s, strlen(s));
}

void
out_fmt(struct out *o, const char *fmt, ...)
{
	enum {
		MOSTLY = 128
	};
	va_list ap;
	int n;

	va_start(ap, fmt);
	n = vsnprintf(out_room(o, MOSTLY), MOSTLY, fmt, ap);
	va_end(ap);
	if (n < 0)
		die_sys("format");
	if (n < MOSTLY) {
		o->b.len += (size_t)n;
		return;
	}
	va_start(ap, fmt);
	(void)vsnprintf(out_room(o, (size_t)n + 1), (size_t)n + 1, fmt, ap);
	va_end(ap);
	o->b.len += (size_t)n;
}

/* ---- a file beside its place ---- */

static void
strike_aside(const struct aside *a)
{
	struct aside *before = first_aside;

	if (before == a) {
		first_aside = a->next;
		return;
	}
	while (before->next != a)
		before = before->next;
	before->next = a->next;
}

void
aside_open(struct aside *a, const char *prefix, const char *suffix)
{
	struct buf b = {0};
	size_t len = strlen(prefix);
	int fd;

	/* a file that no ls shows, or an option for who names it */
	if ((len == 0 || prefix[len - 1] == '/') &&
	    (*suffix == '.' || *suffix == '-'))
		die_usage("option -O: '%s': behind the folder stands what the "
			  "names of the files begin with",
		    prefix);
	buf_str(&b, prefix);
	buf_str(&b, suffix);
	a->path = behind_links(b.s);
	a->beside = goes_beside(a->path);
	b.len = 0;
	buf_str(&b, a->path);
	buf_str(&b, a->beside ? ".part" : "");
	a->part = b.s;
	guard_parts();
	fd = open(a->part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd == -1)
		die_sys(a->part);
	if (a->beside) {
		a->next = first_aside;
		first_aside = a;
	}
	out_open(&a->out, fd, a->part);
}

void
aside_close(struct aside *a)
{
	out_close(&a->out);
}

void
aside_rename(struct aside *a)
{
	if (a->beside) {
		struct stat st;

		if (first_time.tv_sec == 0 && stat(a->part, &st) == 0)
			first_time = st.st_mtim;
		if (rename(a->part, a->path) == -1)
			die_sys(a->path);
		strike_aside(a);
		if (waits && first_aside == NULL)
			out_name();
	}
	free(a->part);
	free(a->path);
}
