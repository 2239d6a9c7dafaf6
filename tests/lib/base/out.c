/* out - figures, runs around the size of a block, and devices that take less
 * than they are given. */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>

#include "lib/base/err.h"
#include "lib/base/out.h"
#include "lib/stat/rng.h"
#include "tap_io.h"

static const size_t block = OUT_BLOCK;

/* Opens o on a scratch file; gives the descriptor to read it with. */
static int
begin(struct out *o)
{
	int fd = scratch();

	out_open(o, dup(fd), "scratch");
	return fd;
}

static void
is_written(struct out *o, int fd, const char *want, const char *name)
{
	size_t len;
	char *got;

	out_close(o);
	got = slurp(fd, &len);
	is_str(got, want, name);
	free(got);
}

/* A number as printf() writes it. */
static bool
is_printed(struct out *o, double v)
{
	char want[32];

	if (!isfinite(v))
		return true;
	o->b.len = 0;
	out_real(o, v);
	(void)snprintf(want, sizeof(want), "%.6g", v == 0 ? 0.0 : v);
	if (o->b.len == strlen(want) && memcmp(o->b.s, want, o->b.len) == 0)
		return true;
	printf("# got %.*s, want %s\n", (int)o->b.len, o->b.s, want);
	return false;
}

/* Six digits of numbers of every size: any, short ones, those in the middle
 * between two, and those beside them. */
static void
as_printf(void)
{
	struct stat_rng rng;
	struct out o;
	bool same = true;

	out_memory(&o);
	stat_rng_open(&rng, 1, "", 0);
	for (int i = 0; i < 400000 && same; i++) {
		double v = stat_rng_next(&rng) / 4294967296.0 +
		    stat_rng_next(&rng) / 18446744073709551616.0;
		int power = (int)stat_rng_below(&rng, 60) - 25;

		if (i % 4 == 1)
			v = stat_rng_below(&rng, 2000) / 1000.0;
		if (i % 4 == 2)
			v = 10 + stat_rng_below(&rng, 10000000) * 0.000005;
		if (i % 4 == 3)
			v = 1 - 1e-6 * stat_rng_below(&rng, 3);
		v *= pow(10, power);
		same = is_printed(&o, v) && is_printed(&o, -v) &&
		    is_printed(&o, nextafter(v, 0)) &&
		    is_printed(&o, nextafter(v, 1e300));
	}
	for (int power = -330; power <= 308 && same; power++)
		same = is_printed(&o, pow(10, power)) &&
		    is_printed(&o, 999999.5 * pow(10, power)) &&
		    is_printed(&o, 1000000.5 * pow(10, power)) &&
		    is_printed(&o, 9.999995 * pow(10, power));
	ok(same, "numbers as printf() writes them");
	buf_free(&o.b);
}

static void
figures(void)
{
	static const double real[] = {0, -0.0, 1, -1.5, 1.0 / 3, 1234567, 1e-5,
	    1e300, (double)INFINITY, -(double)INFINITY, (double)NAN, -1e-320};
	struct out o;
	int fd = begin(&o);

	out_u64(&o, 0);
	out_tab_u64(&o, 9);
	out_tab_u64(&o, 10);
	out_tab_u64(&o, UINT64_C(1) << 53);
	out_tab_u64(&o, UINT64_MAX);
	is_written(&o, fd, "0\t9\t10\t9007199254740992\t18446744073709551615",
	    "whole numbers");
	fd = begin(&o);
	for (size_t i = 0; i < sizeof(real) / sizeof(*real); i++) {
		out_real(&o, real[i]);
		out_ch(&o, ' ');
	}
	is_written(&o, fd,
	    "0 0 1 -1.5 0.333333 1.23457e+06 1e-05 1e+300 NA NA NA "
	    "-9.99989e-321 ",
	    "%.6g, no -0, NA for what is none");
}

/* Python: Decimal(ln).exp() to 40 digits. */
static void
exponents(void)
{
	static const struct {
		double ln;
		const char *want;
	} of[] = {{0, "1"}, {-1, "0.367879"}, {-689, "5.9034e-300"},
	    {-690.77552789821368, "1e-300"}, {-691, "7.98938e-301"},
	    {-2302.5850929940457, "1e-1000"}, {-2302.5850934, "1e-1000"},
	    {-2302.584, "1.00109e-1000"}, {-1e6, "3.29683e-434295"},
	    {-2e6, "1e-868589"}, {-(double)INFINITY, "0"}, {(double)NAN, "NA"},
	    {INFINITY, "NA"}};

	for (size_t i = 0; i < sizeof(of) / sizeof(*of); i++) {
		struct out o;
		int fd = begin(&o);

		out_exp(&o, of[i].ln);
		is_written(&o, fd, of[i].want, of[i].want);
	}
}

static void
cells(void)
{
	struct out o;
	int fd = begin(&o);

	out_str(&o, "");
	out_tab_str(&o, "a");
	out_tab_mem(&o, "bcd", 2);
	out_tab_real(&o, 0.5);
	out_tab_exp(&o, -1);
	out_fmt(&o, " %d%%", 7);
	out_mem(&o, "", 0);
	is_written(&o, fd, "\ta\tbc\t0.5\t0.367879 7%", "cells, a format");
}

static char
pattern(size_t i)
{
	return (char)('a' + i * 7 % 26 + i / 4096 % 7);
}

/* Two runs, the first up to n bytes, the second over the end of the block. */
static void
around_block(size_t n, size_t more)
{
	char *s = malloc(n + more);
	struct out o;
	int fd = begin(&o);
	size_t len;
	char *got;

	if (s == NULL)
		_exit(99);
	for (size_t i = 0; i < n + more; i++)
		s[i] = pattern(i);
	out_mem(&o, s, n);
	out_mem(&o, s + n, more);
	out_close(&o);
	got = slurp(fd, &len);
	if (!ok(len == n + more && memcmp(got, s, len) == 0,
		"runs around the size of a block"))
		printf("# %zu and %zu bytes\n", n, more);
	free(got);
	free(s);
}

static void
blocks(void)
{
	struct out o;
	int fd;
	size_t len;
	char *got;
	char *room;

	for (size_t n = block - 2; n <= block + 2; n++) {
		around_block(n, 0);
		around_block(n, 1);
		around_block(n, 3);
	}
	around_block(0, 3 * block);
	around_block(5, 10 * block + 1);
	around_block(block, block);
	fd = begin(&o);
	out_str(&o, "x");
	out_fmt(&o, "%*d", OUT_BLOCK + 10, 5);
	room = out_room(&o, 3 * block);
	memset(room, 'r', 3 * block);
	o.b.len += 2; /* of what there is room for */
	out_ch(&o, 'z');
	out_close(&o);
	got = slurp(fd, &len);
	is_u64(len, 1 + block + 10 + 3, "a format longer than a block");
	is_str(got + len - 5, " 5rrz", "room longer than a block");
	free(got);
}

/* What the device at the path (NULL: a closed descriptor) makes of n bytes. */
struct device {
	const char *path;
	size_t n;
};

static void
fill(void *arg)
{
	const struct device *d = arg;
	struct out o;
	int fd = d->path != NULL ? open(d->path, O_WRONLY) : 999;

	out_open(&o, fd, OUT_STDOUT);
	for (size_t i = 0; i < d->n; i++)
		out_ch(&o, 'x');
	out_close(&o);
}

/* A file that takes 1,000 bytes: the first write is cut, the next fails. */
static void
fill_small(void *arg)
{
	const struct rlimit small = {1000, 1000};
	struct out o;

	(void)signal(SIGXFSZ, SIG_IGN);
	out_open(&o, dup(*(int *)arg), "small");
	for (size_t i = 0; i < 1500; i++)
		out_ch(&o, pattern(i));
	(void)setrlimit(RLIMIT_FSIZE, &small);
	out_close(&o);
	_exit(0);
}

static void
broken_pipe(void *arg)
{
	int fd[2];
	struct out o;

	(void)arg;
	(void)signal(SIGPIPE, SIG_IGN);
	if (pipe(fd) == -1)
		_exit(99);
	(void)close(fd[0]);
	out_open(&o, fd[1], "pipe");
	out_ch(&o, 'x');
	out_close(&o);
}

static void
full(void)
{
	struct device one = {"/dev/full", 1};
	struct device many = {"/dev/full", 3 * block};
	struct device closed = {NULL, 1};
	int fd = scratch();
	char small[1001];
	char *said;
	int rc;

	dies(fill, &one, RC_SYS, "out: standard output: No space left",
	    "a full disk is seen when the output is closed");
	dies(fill, &many, RC_SYS, "out: standard output: No space left",
	    "and before");
	dies(fill, &closed, RC_SYS, "out: standard output: Bad file",
	    "no such descriptor");
	dies(broken_pipe, NULL, RC_SYS, "out: pipe: Broken pipe",
	    "a pipe that nobody reads");
	/* said by the test's own standard error, a file too, under the limit */
	said = said_by(fill_small, &fd, &rc);
	is_u64((uint64_t)rc, RC_SYS, "a file that takes a part of it");
	ok(strstr(said, "small: File too large") != NULL, "is said");
	free(said);
	ok(pread(fd, small, 1001, 0) == 1000 && small[999] == pattern(999),
	    "the part is there");
	(void)close(fd);
}

static void
tick(int sig)
{
	(void)sig;
}

/* Does all of n bytes of the pattern come out of fd, and no more? */
static bool
whole(int fd, size_t n)
{
	char s[4096];
	size_t at = 0;
	ssize_t k;

	while ((k = read(fd, s, sizeof(s))) > 0)
		for (ssize_t i = 0; i < k; i++)
			if (s[i] != pattern(at++))
				return false;
	return k == 0 && at == n;
}

/* Signals cut the writes into a pipe that is read in small pieces. */
static void
partial(void)
{
	const size_t n = 24 * block;
	const struct itimerval often = {{0, 1000}, {0, 1000}};
	const struct itimerval never = {{0, 0}, {0, 0}};
	struct sigaction on = {.sa_handler = tick};
	struct out o;
	int fd[2];
	int rc;
	pid_t reader;

	if (pipe(fd) == -1 || sigaction(SIGALRM, &on, NULL) == -1)
		_exit(99);
	(void)fflush(NULL);
	if ((reader = fork()) == 0) {
		(void)close(fd[1]);
		_exit(!whole(fd[0], n));
	}
	(void)close(fd[0]);
	out_open(&o, fd[1], "pipe");
	(void)setitimer(ITIMER_REAL, &often, NULL);
	for (size_t i = 0; i < n; i++)
		out_ch(&o, pattern(i));
	out_close(&o);
	(void)setitimer(ITIMER_REAL, &never, NULL);
	ok(waitpid(reader, &rc, 0) == reader && rc == 0,
	    "nothing is lost or twice where signals cut the writes");
}

int
main(void)
{
	err_init("out");
	figures();
	as_printf();
	exponents();
	cells();
	blocks();
	full();
	partial();
	return done();
}
