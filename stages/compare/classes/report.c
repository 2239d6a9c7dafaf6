#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "lib/base/mem.h"
#include "lib/text/utf.h"
#include "reinert.h"

enum {
	WIDTH = 80, /* columns */
	TERMS = 30, /* of a class */
	VALUES = 5, /* of an attribute */
};

/* Values go with a class up to this q. */
static const double likely = 0.05;

/* Writes text in lines of WIDTH columns that begin with so many blanks. */
static void
put_wrapped(struct out *o, const struct buf *text, size_t indent)
{
	size_t col = 0;
	size_t i = 0;

	while (i < text->len) {
		const char *s = text->s + i;
		const char *end = memchr(s, ' ', text->len - i);
		size_t len = end != NULL ? (size_t)(end - s) : text->len - i;
		size_t wide = utf_width(s, len);

		if (col > 0 && col + 1 + wide > WIDTH) {
			out_ch(o, '\n');
			col = 0;
		}
		if (col == 0)
			for (; col < indent; col++)
				out_ch(o, ' ');
		else {
			out_ch(o, ' ');
			col++;
		}
		out_mem(o, s, len);
		col += wide;
		i += len + 1;
	}
	out_ch(o, '\n');
}

/* ", name (chi2)", the chi2 rounded to a whole number. */
static void
add_item(struct buf *b, const char *s, size_t len, double chi2)
{
	char digits[32];
	size_t k = sizeof(digits);
	double x = rint(fabs(chi2));

	if (b->len > 0)
		buf_str(b, ", ");
	buf_mem(b, s, len);
	buf_str(b, chi2 < 0 ? " (-" : " (");
	do
		digits[--k] = (char)('0' + (int)fmod(x, 10));
	while ((x = floor(x / 10)) > 0 && k > 0);
	buf_mem(b, digits + k, sizeof(digits) - k);
	buf_str(b, ")");
}

static bool
is_strong(const struct reinert *r, double chi2)
{
	return chi2 > 0 && chi2 >= r->o->threshold;
}

static void
put_terms(const struct reinert *r, struct out *o, uint32_t class)
{
	struct buf b = {0};

	for (uint32_t i = 0; i < r->forms.n_item && i < TERMS; i++) {
		const struct mark *m = profile_rank(&r->forms, class, i);
		size_t len;
		const char *s =
		    intern_s(&r->text.t.types, r->form[m->item], &len);

		if (!is_strong(r, m->chi2))
			break;
		add_item(&b, s, len, m->chi2);
	}
	if (b.len > 0)
		put_wrapped(o, &b, 2);
	buf_free(&b);
}

static void
put_values(const struct reinert *r, struct out *o, uint32_t class, size_t attr)
{
	struct buf b = {0};
	size_t n = 0;

	for (uint32_t i = 0; i < r->values.n_item && n < VALUES; i++) {
		const struct mark *m = profile_rank(&r->values, class, i);
		const struct value *v = &r->value[m->item];

		if (v->attr != attr || m->chi2 <= 0 ||
		    !(exp(m->ln_q) <= likely))
			continue;
		add_item(&b, v->s, strlen(v->s), m->chi2);
		n++;
	}
	if (n > 0) {
		out_fmt(o, "  %s:\n", r->o->reading.attr[attr]);
		put_wrapped(o, &b, 4);
	}
	buf_free(&b);
}

static void
put_segments(const struct reinert *r, struct out *o, uint32_t class)
{
	struct typical *t = mem_new(r->o->typical, sizeof(*t));
	struct wish w = {class, r->o->threshold, r->o->typical};
	uint32_t n = profile_typical(&r->forms, &r->classes, &r->table, &w, t);
	struct buf b = {0};

	for (uint32_t i = 0; i < n; i++) {
		const struct segment *s = &r->seg.s[t[i].segment];

		out_str(o, "\n  ");
		out_str(o, text_name(&r->text, s->speech, 0));
		out_fmt(o, ", line %" PRIu64 " of ", s->line);
		out_str(o, text_name(&r->text, s->speech, 1));
		out_ch(o, '\n');
		b.len = 0;
		text_words(&r->text, s, &b);
		put_wrapped(o, &b, 4);
	}
	buf_free(&b);
	free(t);
}

void
put_report(const struct reinert *r, struct out *o)
{
	const struct classes *c = &r->classes;

	put_drawing(r, o);
	for (uint32_t k = 1; k <= c->n; k++) {
		out_fmt(o,
		    "\nClass %" PRIu32 ": %" PRIu32 " of %" PRIu32
		    " segments\n\n",
		    k, c->size[k], r->forms.n);
		put_terms(r, o, k);
		for (size_t a = 0; a < r->o->reading.n_attr; a++)
			put_values(r, o, k, a);
		put_segments(r, o, k);
	}
}
