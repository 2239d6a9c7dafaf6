#include "patterns.h"

#include <ctype.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/table/intern.h"

bool
patterns_plain(const char *s, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (iscntrl((unsigned char)s[i]) ||
		    strchr(" #$'\"\\`%:;,&|<>()*?[]{}~!^", s[i]) != NULL)
			return false;
	return true;
}

/* folder/ *.ext of a file. */
static void
add_pattern(struct intern *pattern, const char *name)
{
	const char *slash = strrchr(name, '/');
	const char *dot = strrchr(name, '.');
	struct buf p = {0};

	if (slash != NULL)
		buf_mem(&p, name, (size_t)(slash + 1 - name));
	buf_str(&p, "*");
	buf_str(&p, dot != NULL ? dot : "");
	(void)intern_add(pattern, p.s, p.len);
	buf_free(&p);
}

/* What make would not take for a letter is any. */
static void
put_pattern(struct out *o, const char *p, size_t len)
{
	const char *slash = memrchr(p, '/', len);
	size_t star = slash != NULL ? (size_t)(slash + 1 - p) : 0;

	for (size_t i = 0; i < len; i++)
		out_ch(o, i == star || patterns_plain(p + i, 1) ? p[i] : '?');
}

void
patterns_put_name(struct out *o, const char *name)
{
	for (; *name != '\0'; name++)
		if (*name == ',')
			out_str(o, "$(comma)");
		else
			out_ch(o, patterns_plain(name, 1) ? *name : '_');
}

static bool
fits_pattern(const struct intern *pattern, const char *name)
{
	struct intern own;
	size_t len;
	const char *p;
	bool yes;

	intern_open(&own);
	add_pattern(&own, name);
	p = intern_s(&own, 0, &len);
	yes = intern_find(pattern, p, len) != UINT32_MAX;
	intern_free(&own);
	return yes;
}

/* Files of another kind that a pattern of the texts would take in; how many. */
static size_t
put_left_out(const struct study *s, const struct intern *pattern, struct out *o)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		const char *name = s->file[i].name;

		if (decide_is_text(s, &s->file[i]) ||
		    !fits_pattern(pattern, name))
			continue;
		out_str(o, n++ == 0 ? "$(filter-out " : " ");
		patterns_put_name(o, name);
	}
	out_str(o, n > 0 ? "," : "");
	return n;
}

void
patterns_put(const struct study *s, struct out *o)
{
	struct intern pattern;
	size_t n_out;

	intern_open(&pattern);
	for (size_t i = 0; i < s->n; i++)
		if (decide_is_text(s, &s->file[i]))
			add_pattern(&pattern, s->file[i].name);
	out_str(o, "TEXTS = ");
	n_out = put_left_out(s, &pattern, o);
	out_str(o, "$(call texts,");
	for (uint32_t k = 0; k < pattern.n; k++) {
		size_t len;
		const char *p = intern_s(&pattern, k, &len);

		out_str(o, k > 0 ? " " : "");
		put_pattern(o, p, len);
	}
	out_str(o, n_out > 0 ? "))\n" : ")\n");
	intern_free(&pattern);
}
