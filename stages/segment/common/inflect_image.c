/* The stems of a dictionary as they were read (lib/base/image.h). */
#include <stdlib.h>
#include <string.h>

#include "inflect.h"
#include "lib/text/list.h"

static const char mark[IMAGE_MARK] = "stems1";

/* What stands before the arrays. */
struct sizes {
	uint64_t dic;
	uint64_t slots;
	uint64_t n_word;
	uint64_t n_stem;
};

uint64_t
inflect_image_key(const char *aff, const char *dic)
{
	uint64_t h = sizeof(struct stem);

	return image_add_file(&h, aff) && image_add_file(&h, dic) ? h | 1 : 0;
}

static size_t
filter_size(void)
{
	return ((size_t)1 << INFLECT_FILTER) / 8;
}

void
inflect_image_write(const struct inflect *x, uint64_t key, struct out *to)
{
	const struct sizes sizes = {x->dic.len, x->slots, x->n_word, x->n_stem};
	struct out o;

	image_begin(&o, mark, key);
	image_put(&o, &sizes, sizeof(sizes));
	image_put(&o, x->slot, sizeof(*x->slot) << x->slots);
	image_put(&o, x->filter, filter_size());
	image_put(&o, x->stem, x->n_stem * sizeof(*x->stem));
	image_put(&o, x->dic.s, x->dic.len);
	image_end(&o, to);
}

bool
inflect_image_read(struct inflect *x, uint64_t key)
{
	char *path = data_beside(INFLECT_IMAGE);
	const struct sizes *sizes;
	char *at;

	x->image = image_open(path, mark, key);
	free(path);
	if (x->image.s == NULL)
		return false;
	at = image_first(&x->image);
	sizes = image_take(&at, sizeof(*sizes));
	x->slots = (unsigned)sizes->slots;
	x->n_word = sizes->n_word;
	x->n_stem = sizes->n_stem;
	x->slot = image_take(&at, sizeof(*x->slot) << x->slots);
	x->filter = image_take(&at, filter_size());
	x->stem = image_take(&at, x->n_stem * sizeof(*x->stem));
	x->dic.len = sizes->dic;
	x->dic.s = image_take(&at, sizes->dic);
	return true;
}
