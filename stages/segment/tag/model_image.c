#include <stdlib.h>
#include <string.h>

#include "lib/base/image.h"
#include "lib/text/list.h"
#include "model.h"

static const char mark[IMAGE_MARK] = "tags1";

/* What stands before the arrays: how long they are, and what has no length. */
struct sizes {
	struct behind behind;
	uint64_t n_slot;
	uint64_t n_key;
	uint64_t n_row;
	uint64_t longest;
	uint64_t nears;
	uint64_t shift;
};
struct texts_sizes {
	uint64_t bytes;
	uint64_t n;
	uint64_t bits;
};

uint64_t
model_image_key(const char *path)
{
	uint64_t h = sizeof(struct model);

	return image_add_file(&h, path) ? h | 1 : 0;
}

static size_t
filter_size(unsigned bits)
{
	return ((size_t)1 << bits) / 8;
}

static void
put_texts(struct out *x, const struct texts *t)
{
	const struct texts_sizes sizes = {t->bytes.len, t->n, t->bits};

	image_put(x, &sizes, sizeof(sizes));
	image_put(x, t->slot, sizeof(*t->slot) << t->bits);
	image_put(x, t->filter, filter_size(TEXTS_FILTER));
	image_put(x, t->bytes.s, t->bytes.len);
}

void
model_image_write(const struct model *m, uint64_t key, struct out *to)
{
	const struct sizes sizes = {.behind = m->behind,
	    .n_slot = m->n_slot,
	    .n_key = m->n_key,
	    .n_row = m->n_row,
	    .longest = m->longest,
	    .nears = m->nears.len,
	    .shift = m->shift};
	struct out x;

	image_begin(&x, mark, key);
	image_put(&x, &sizes, sizeof(sizes));
	image_put(&x, m->slot, m->n_slot * sizeof(*m->slot));
	image_put(&x, m->filter, filter_size(MODEL_FILTER));
	image_put(&x, m->row, m->n_row * sizeof(*m->row));
	image_put(&x, m->nears.s, m->nears.len);
	put_texts(&x, &m->closed);
	put_texts(&x, &m->lemmas);
	put_texts(&x, &m->endings);
	image_end(&x, to);
}

static void
take_texts(struct texts *t, char **at)
{
	const struct texts_sizes *sizes = image_take(at, sizeof(*sizes));

	t->n = sizes->n;
	t->bits = (unsigned)sizes->bits;
	t->slot = image_take(at, sizeof(*t->slot) << t->bits);
	t->filter = image_take(at, filter_size(TEXTS_FILTER));
	t->bytes.len = sizes->bytes;
	t->bytes.s = image_take(at, sizes->bytes);
}

bool
model_image_read(struct model *m, uint64_t key)
{
	char *path = key == 0 ? NULL : data_beside(MODEL_IMAGE);
	struct image image = image_open(path, mark, key);
	char *at;
	const struct sizes *sizes;
	const char *nears;

	free(path);
	if (image.s == NULL)
		return false;
	memset(m, 0, sizeof(*m));
	m->image = image;
	at = image_first(&image);
	sizes = image_take(&at, sizeof(*sizes));
	m->behind = sizes->behind;
	m->n_slot = sizes->n_slot;
	m->n_key = sizes->n_key;
	m->n_row = sizes->n_row;
	m->longest = sizes->longest;
	m->shift = (unsigned)sizes->shift;
	m->slot = image_take(&at, m->n_slot * sizeof(*m->slot));
	m->filter = image_take(&at, filter_size(MODEL_FILTER));
	m->row = image_take(&at, m->n_row * sizeof(*m->row));
	nears = image_take(&at, sizes->nears);
	buf_mem(&m->nears, nears, sizes->nears);
	take_texts(&m->closed, &at);
	take_texts(&m->lemmas, &at);
	take_texts(&m->endings, &at);
	return true;
}
