#include "rows.h"

#include <stdlib.h>

#include "lib/stream/vrt.h"

void
rows_cell(struct buf *b, const char *s, size_t len)
{
	buf_room(b, 2 * len);
	for (size_t i = 0; i < len; i++) {
		char c = s[i];

		if (c == '\t' || c == '\n' || c == '\\') {
			b->s[b->len++] = '\\';
			c = c == '\t' ? 't' : c == '\n' ? 'n' : '\\';
		}
		b->s[b->len++] = c;
	}
	b->s[b->len] = '\0';
}

void
rows_plain(struct buf *b, const char *s, size_t len)
{
	struct buf text = {0};

	vrt_plain(&text, s, len);
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.s[i] <= ' ')
			buf_mem(b, "\xC2\xA0", 2);
		else
			buf_mem(b, text.s + i, 1);
	buf_free(&text);
}

void
rows_open(struct rows *r, struct out *o, const struct intern *words,
    const uint32_t *order)
{
	struct buf pool = {0};

	*r = (struct rows){.o = o};
	r->at = mem_new((size_t)words->n + 1, sizeof(*r->at));
	for (uint32_t i = 0; i < words->n; i++) {
		size_t len;
		const char *s = intern_s(words, order[i], &len);

		rows_cell(&pool, s, len);
		buf_str(&pool, " ");
		r->at[i + 1] = pool.len;
		if (r->at[i + 1] - r->at[i] > r->longest)
			r->longest = r->at[i + 1] - r->at[i];
	}
	buf_room(&pool, ROWS_WIDE);
	memset(pool.s + pool.len, 0, ROWS_WIDE);
	r->pool = pool.s;
}

void
rows_free(struct rows *r)
{
	free(r->pool);
	free(r->at);
	buf_free(&r->head);
}

void
rows_head(struct rows *r)
{
	r->head.len = 0;
}

void
rows_head_done(struct rows *r, size_t n)
{
	buf_room(&r->head, ROWS_WIDE);
	memset(r->head.s + r->head.len, 0, ROWS_WIDE);
	r->room = r->head.len + n * r->longest + 32 + ROWS_WIDE;
}

void
rows_margin(struct rows *r, uint64_t freq)
{
	out_mem(r->o, r->head.s, r->head.len);
	out_ch(r->o, '\t');
	out_u64(r->o, freq);
	out_ch(r->o, '\n');
}
