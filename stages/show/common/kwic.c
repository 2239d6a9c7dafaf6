#include "kwic.h"

#include <string.h>

#include "cell.h"
#include "lib/text/utf.h"

#define ELLIPSIS "\xE2\x80\xA6"

struct plan {
	size_t label;
	size_t gap; /* behind it */
	size_t left;
	size_t node;
	size_t right;
};

/* The longest end of s that begins with a word and fits. */
static const char *
fit_left(const char *s, size_t width, size_t *used)
{
	*used = utf_width(s, strlen(s));
	for (;;) {
		const char *space;

		if (*used <= width)
			return s;
		if ((space = strchr(s, ' ')) == NULL)
			break;
		*used -= utf_width(s, (size_t)(space + 1 - s));
		s = space + 1;
	}
	*used = 0;
	return "";
}

/* Bytes of the longest beginning of s that ends with a word and fits. */
static size_t
fit_right(const char *s, size_t width)
{
	size_t len = strlen(s);
	size_t used;
	size_t n = utf_fit(s, len, width, &used);

	if (n < len && s[n] != ' ')
		while (n > 0 && s[n - 1] != ' ')
			n--;
	while (n > 0 && s[n - 1] == ' ')
		n--;
	return n;
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static struct plan
make_plan(const struct kwic_line *line, size_t n, size_t width)
{
	struct plan l = {0};
	size_t rest;

	for (size_t i = 0; i < n; i++) {
		size_t a = utf_width(line[i].label, strlen(line[i].label));
		size_t b = utf_width(line[i].node, strlen(line[i].node));

		l.label = a > l.label ? a : l.label;
		l.node = b > l.node ? b : l.node;
	}
	l.label = least(l.label, width / 4);
	/* two columns between each two */
	l.gap = l.label > 0 ? 2 : 0;
	rest = width - l.label - l.gap - 4;
	l.node = least(l.node, rest / 3);
	l.left = (rest - l.node) / 2;
	l.right = rest - l.node - l.left;
	return l;
}

static void
put_line(struct out *o, const struct kwic_line *k, const struct plan *l)
{
	size_t used = cell_cut(o, k->label, l->label, ELLIPSIS);
	const char *left;
	size_t n;

	cell_pad(o, l->label - used + l->gap);
	left = fit_left(k->left, l->left, &used);
	cell_pad(o, l->left - used);
	out_str(o, left);
	cell_pad(o, 2);
	used = cell_cut(o, k->node, l->node, ELLIPSIS);
	n = fit_right(k->right, l->right);
	if (n > 0) {
		cell_pad(o, l->node - used + 2);
		out_mem(o, k->right, n);
	}
	out_ch(o, '\n');
}

void
kwic_put(struct out *o, const struct kwic_line *line, size_t n, size_t width)
{
	struct plan l = make_plan(line, n, width);

	for (size_t i = 0; i < n; i++)
		put_line(o, &line[i], &l);
}
