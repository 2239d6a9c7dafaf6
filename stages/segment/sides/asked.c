#include "asked.h"

#include <stdlib.h>
#include <string.h>

#include "lib/base/err.h"

enum {
	SHOWN = 12 /* values */
};

static void
add_attr(const char *name, const char *value, void *arg)
{
	struct asked *a = arg;

	(void)value;
	(void)intern_add(&a->attrs, name, strlen(name));
}

static void
put_cell(struct buf *to, const char *attr, const char *value)
{
	buf_str(to, attr);
	buf_str(to, "=");
	buf_str(to, value);
}

void
asked_open(struct asked *a)
{
	*a = (struct asked){0};
	intern_open(&a->attrs);
	intern_open(&a->cells);
}

/* Is the attribute that of an earlier test? */
static bool
is_told(const struct where *w, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (strcmp(w->t[k].attr, w->t[i].attr) == 0)
			return true;
	return false;
}

void
asked_add(struct asked *a, const struct where *w, struct vrt *v)
{
	struct buf b = {0};

	vrt_attrs(v, add_attr, a);
	for (size_t i = 0; i < w->n; i++) {
		const char *s =
		    is_told(w, i) ? NULL : vrt_attr(v, w->t[i].attr);
		uint32_t known = a->cells.n;
		uint32_t k;

		if (s == NULL)
			continue;
		b.len = 0;
		put_cell(&b, w->t[i].attr, s);
		k = intern_add(&a->cells, b.s, b.len);
		a->n = mem_grow(a->n, &a->cap, (size_t)k + 1, sizeof(*a->n));
		a->n[k] = k == known ? 1 : a->n[k] + 1;
	}
	buf_free(&b);
}

static void
put_values(struct buf *to, const struct asked *a, const char *attr)
{
	size_t len = strlen(attr);
	size_t n = 0;

	buf_str(to, attr);
	buf_str(to, err_said(" is: "));
	for (uint32_t i = 0; i < a->cells.n; i++) {
		const char *s = a->cells.str[i].s;

		if (strncmp(s, attr, len) != 0 || s[len] != '=')
			continue;
		if (n++ < SHOWN) {
			buf_str(to, n > 1 ? ", " : "");
			buf_str(to, s + len + 1);
			buf_str(to, " (");
			buf_u64(to, a->n[i]);
			buf_str(to, ")");
		}
	}
	buf_str(to, n > SHOWN ? " ..." : "");
}

void
asked_say(struct buf *to, const struct asked *a, const struct where *w)
{
	for (size_t i = 0; i < w->n; i++) {
		const char *attr = w->t[i].attr;

		if (is_told(w, i))
			continue;
		buf_str(to, i > 0 ? err_said("; ") : "");
		if (intern_find(&a->attrs, attr, strlen(attr)) != UINT32_MAX) {
			put_values(to, a, attr);
			continue;
		}
		buf_str(to, err_said("no speech has the attribute "));
		buf_str(to, attr);
		buf_str(to, err_said(", there are:"));
		for (uint32_t k = 0; k < a->attrs.n; k++) {
			buf_str(to, " ");
			buf_str(to, a->attrs.str[k].s);
		}
	}
}

void
asked_close(struct asked *a)
{
	intern_free(&a->attrs);
	intern_free(&a->cells);
	free(a->n);
}
