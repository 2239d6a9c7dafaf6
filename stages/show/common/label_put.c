/* label - drawn, and the key of those without a place */
#include "font.h"
#include "label.h"
#include "lib/base/mem.h"
#include "show/common/between.h"

static void
label_text(const struct label *l, struct buf *to)
{
	if (l->number > 0)
		buf_u64(to, l->number);
	else
		buf_str(to, l->text);
	buf_mem(to, "", 0);
}

void
label_draw(struct svg *v, const struct label *l, size_t n)
{
	const struct svg_pen pen = {"#888", 0.5, NULL, NULL, 0};

	for (size_t i = 0; i < n; i++)
		if (l[i].placed && l[i].led)
			svg_line(v, l[i].at, label_end(&l[i]), &pen);
	for (size_t i = 0; i < n; i++) {
		const struct label *x = &l[i];
		const struct svg_font font = {.size = x->size,
		    .bold = x->bold,
		    .fill = x->fill,
		    .anchor = x->right ? SVG_END : SVG_START};
		struct buf b = {0};

		if (!x->placed)
			continue;
		label_text(x, &b);
		(void)svg_lines(v,
		    (struct svg_at){x->box.x + (x->right ? x->box.w : 0),
			x->box.y + x->size * FONT_ASCENT},
		    x->wide, &font, b.s);
		buf_free(&b);
	}
}

/* Text of the key: with numbers, or without. */
static void
key_text(const struct label_key *k, bool numbered, struct buf *to)
{
	size_t n = 0;
	bool comma = false;

	for (size_t i = 0; i < k->n; i++)
		comma = comma ||
		    (k->l[i].text != NULL && between_has_comma(k->l[i].text));
	for (size_t i = 0; i < k->n; i++) {
		const struct label *l = &k->l[i];

		if (l->text == NULL || *l->text == '\0' ||
		    (numbered ? l->number == 0 : l->placed))
			continue;
		if (n++ > 0)
			buf_str(to, between(k->style, comma));
		else if (!numbered) {
			buf_str(to, k->none);
			buf_str(to, k->colon);
			buf_str(to, " ");
		}
		if (numbered) {
			buf_u64(to, l->number);
			buf_str(to, "\xC2\xA0");
		}
		buf_str(to, l->text);
	}
	buf_mem(to, "", 0);
}

double
label_key_height(const struct label_key *k, double width)
{
	size_t lines = 0;

	for (int i = 0; i < 2; i++) {
		struct buf b = {0};

		key_text(k, i == 0, &b);
		lines += svg_n_lines(b.s, SVG_SMALL, width);
		buf_free(&b);
	}
	return lines > 0 ? (double)lines * SVG_SMALL * LABEL_LINE + 4 : 0;
}

void
label_key_put(struct svg *v, const struct label_key *k, struct svg_at at)
{
	const struct svg_font font = {.size = SVG_SMALL};
	double width = v->width - 2 * at.x;

	at.y += SVG_SMALL;
	for (int i = 0; i < 2; i++) {
		struct buf b = {0};

		key_text(k, i == 0, &b);
		at.y = svg_lines(v, at, width, &font, b.s);
		buf_free(&b);
	}
}
