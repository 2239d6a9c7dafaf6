#include "process.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "calls.h"

enum {
	MOST_KEPT = 4096,
	MOST_ATEXIT = 32
};

jmp_buf process_end;

static void (*at_exit[MOST_ATEXIT])(void);
static size_t n_at_exit;

/* What atexit() was given may look at what stands on the stack. */
void
fuzz_exit(int rc)
{
	while (n_at_exit > 0)
		at_exit[--n_at_exit]();
	longjmp(process_end, 1 + rc);
}

int
fuzz_atexit(void (*f)(void))
{
	if (n_at_exit == MOST_ATEXIT)
		abort();
	at_exit[n_at_exit++] = f;
	return 0;
}

/* ---- what is left out: threads, other programs, signals, limits ---- */

int
fuzz_pthread_create(
    pthread_t *id, const pthread_attr_t *attr, void *(*work)(void *), void *arg)
{
	(void)id;
	(void)attr;
	(void)work;
	(void)arg;
	return EAGAIN;
}

int
fuzz_posix_spawn(void)
{
	return ENOENT;
}

int
fuzz_posix_spawnp(void)
{
	return ENOENT;
}

int
fuzz_fork(void)
{
	errno = EAGAIN;
	return -1;
}

void *
fuzz_signal(int sig, void *what)
{
	(void)sig;
	(void)what;
	return NULL;
}

/* Every signal is somebody else's. */
int
fuzz_sigaction(int sig, const void *what, struct sigaction *old)
{
	(void)sig;
	(void)what;
	if (old != NULL)
		*old = (struct sigaction){.sa_handler = SIG_IGN};
	return 0;
}

/* Catalogues of messages, which are not there. */
FILE *
fuzz_fopen(const char *path, const char *mode)
{
	(void)path;
	(void)mode;
	errno = ENOENT;
	return NULL;
}

int
fuzz_setrlimit(int what, const void *limit)
{
	(void)what;
	(void)limit;
	return 0;
}

int
fuzz_isatty(int fd)
{
	(void)fd;
	return 0;
}

/* The salt of expat's tables: the same in every run. */
ssize_t
fuzz_getrandom(void *to, size_t len, unsigned flags)
{
	(void)flags;
	memset(to, 7, len);
	return (ssize_t)len;
}

/* ---- what the C library keeps ---- */

struct kept {
	enum {
		PATTERN,
		ENCODING,
		LOCALE
	} kind;
	const void *key;
	regex_t re;
	iconv_t cd;
	locale_t locale;
};

static struct kept kept[MOST_KEPT];
static size_t n_kept;

static void
keep(struct kept k)
{
	if (n_kept < MOST_KEPT)
		kept[n_kept++] = k;
}

static void
forget(const void *key, int kind)
{
	for (size_t i = n_kept; i-- > 0;)
		if (kept[i].key == key && (int)kept[i].kind == kind) {
			kept[i] = kept[--n_kept];
			return;
		}
}

int
fuzz_regcomp(regex_t *re, const char *s, int flags)
{
	int rc = regcomp(re, s, flags);

	if (rc == 0)
		/* known by what it holds: the program may move it */
		keep((struct kept){
		    .kind = PATTERN, .key = re->buffer, .re = *re});
	return rc;
}

void
fuzz_regfree(regex_t *re)
{
	forget(re->buffer, PATTERN);
	regfree(re);
}

iconv_t
fuzz_iconv_open(const char *to, const char *from)
{
	iconv_t cd = iconv_open(to, from);

	if (cd != (iconv_t)-1)
		keep((struct kept){.kind = ENCODING, .key = cd, .cd = cd});
	return cd;
}

int
fuzz_iconv_close(iconv_t cd)
{
	forget(cd, ENCODING);
	return iconv_close(cd);
}

locale_t
fuzz_newlocale(int mask, const char *name, locale_t base)
{
	locale_t l = newlocale(mask, name, base);

	if (l != (locale_t)0)
		keep((struct kept){.kind = LOCALE, .key = l, .locale = l});
	return l;
}

void
fuzz_freelocale(locale_t l)
{
	forget(l, LOCALE);
	freelocale(l);
}

void
process_finish(void)
{
	n_at_exit = 0;
	(void)uselocale(LC_GLOBAL_LOCALE);
	while (n_kept > 0) {
		struct kept *k = &kept[--n_kept];

		if (k->kind == PATTERN)
			regfree(&k->re);
		else if (k->kind == ENCODING)
			(void)iconv_close(k->cd);
		else
			freelocale(k->locale);
	}
}

/* ---- what is not looked at ---- */

#define UNSEEN(what)                                                           \
	void fuzz___sanitizer_cov_trace_##what(void)                           \
	{                                                                      \
	}

UNSEEN(cmp1)
UNSEEN(cmp2)
UNSEEN(cmp4)
UNSEEN(cmp8)
UNSEEN(const_cmp1)
UNSEEN(const_cmp2)
UNSEEN(const_cmp4)
UNSEEN(const_cmp8)
UNSEEN(switch)
UNSEEN(div4)
UNSEEN(div8)
UNSEEN(gep)
