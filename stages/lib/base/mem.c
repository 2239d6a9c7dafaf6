#include "mem.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "err.h"

void *
mem_new(size_t n, size_t size)
{
	void *p = calloc(n > 0 ? n : 1, size);

	if (p == NULL)
		die_sys("memory");
	return p;
}

void *
mem_grow(void *p, size_t *cap, size_t need, size_t size)
{
	size_t n = *cap;

	if (need <= n)
		return p;
	if (n > SIZE_MAX / 2 || need > SIZE_MAX / 2) {
		errno = ENOMEM;
		die_sys("memory");
	}
	n = n * 2 > need ? n * 2 : need;
	if (n < 16)
		n = 16;
	if (n > SIZE_MAX / size) {
		errno = ENOMEM;
		die_sys("memory");
	}
	if ((p = realloc(p, n * size)) == NULL)
		die_sys("memory");
	*cap = n;
	return p;
}

char *
mem_copy(const char *s, size_t len)
{
	char *p = mem_new(len + 1, 1);

	if (len > 0) /* else s may be NULL */
		memcpy(p, s, len);
	return p;
}

size_t
mem_budget(int letter, const char *arg)
{
	static const char units[] = "KMGT";
	char *end;
	const char *unit;
	unsigned long long v;
	unsigned shift = 0;

	errno = 0;
	v = strtoull(arg, &end, 10);
	if (errno == 0 && *arg >= '0' && *arg <= '9' && *end != '\0' &&
	    end[1] == '\0' && (unit = strchr(units, *end)) != NULL) {
		shift = 10 * (unsigned)(unit - units + 1);
		end++;
	}
	if (errno != 0 || *arg < '0' || *arg > '9' || *end != '\0' || v == 0 ||
	    v > SIZE_MAX >> shift)
		die_usage("option -%c: '%s' is not a size in bytes (1000000, "
			  "64K, 512M, 2G)",
		    letter, arg);
	return (size_t)v << shift;
}

void
mem_over(size_t need, const char *advice)
{
	char what[512];

	(void)snprintf(what, sizeof(what),
	    "option -M: %zu MiB at least are needed: %s",
	    need / ((size_t)1 << 20) + 1, advice);
	errno = ENOMEM;
	die_sys(what);
}

void
buf_room(struct buf *b, size_t n)
{
	if (n > SIZE_MAX - 1 - b->len) {
		errno = ENOMEM;
		die_sys("memory");
	}
	b->s = mem_grow(b->s, &b->cap, b->len + n + 1, 1);
}

void
buf_mem(struct buf *b, const char *s, size_t len)
{
	buf_room(b, len);
	if (len > 0)
		memcpy(b->s + b->len, s, len);
	b->len += len;
	b->s[b->len] = '\0';
}

void
buf_str(struct buf *b, const char *s)
{
	buf_mem(b, s, strlen(s));
}

void
buf_u64(struct buf *b, uint64_t v)
{
	char d[20];
	size_t i = sizeof(d);

	do
		d[--i] = (char)('0' + v % 10);
	while ((v /= 10) > 0);
	buf_mem(b, d + i, sizeof(d) - i);
}

void
buf_free(struct buf *b)
{
	free(b->s);
	*b = (struct buf){0};
}
