#include "choices.h"

#include <stdlib.h>

#include "lib/stream/vrt.h"
#include "model.h"
#include "segment/common/columns.h"

void
choices_open(struct choices *cs)
{
	*cs = (struct choices){.n = 1}; /* 0 is none */
	cs->c = mem_grow(NULL, &cs->cap, 2, sizeof(*cs->c));
}

void
choices_close(struct choices *cs)
{
	for (size_t i = 1; i < cs->n; i++)
		if (cs->c[i].far)
			free((void *)(uintptr_t)choice_text(&cs->c[i]));
	free(cs->c);
	buf_free(&cs->text);
}

uint32_t
choices_add(struct choices *cs, uint32_t first, unsigned by, int tag,
    const struct buf *lemma)
{
	struct choice *c;
	struct buf *b = &cs->text;

	b->len = 0;
	vrt_escape(b, lemma->s, lemma->len);
	/* one more, to be read behind the last */
	cs->c = mem_grow(cs->c, &cs->cap, cs->n + 2, sizeof(*c));
	c = &cs->c[cs->n];
	*c = (struct choice){.by = (uint8_t)by,
	    .next = first,
	    .len = (uint32_t)b->len,
	    .n_tag = (uint8_t)strlen(tag_name[tag])};
	buf_str(b, tag_name[tag]);
	if (b->len <= CHOICE)
		memcpy(c->text, b->s, b->len);
	else {
		char *far = mem_new(b->len + COLUMNS_SLACK, 1);

		memcpy(far, b->s, b->len);
		memcpy(c->text, &far, sizeof(far));
		c->far = true;
	}
	return (uint32_t)cs->n++;
}
