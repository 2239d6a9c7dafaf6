#include "kept.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/mem.h"
#include "lib/lang/fr/form.h"
#include "lib/table/tsv.h"
#include "lib/text/list.h"

static bool
read_lines(struct intern *to, const struct run *r, const char *hash)
{
	struct buf path = {0};
	struct list l;
	const char *s;
	size_t len;

	if (r->work == NULL || strlen(hash) < 64 ||
	    strspn(hash, "0123456789abcdef") != 64)
		return false;
	buf_str(&path, r->work);
	buf_str(&path, "/kept/");
	buf_mem(&path, hash, 64);
	if (access(path.s, R_OK) == -1) {
		buf_free(&path);
		return false;
	}
	list_open(&l, path.s);
	while ((s = list_next(&l, &len)) != NULL)
		(void)intern_add(to, s, len);
	list_close(&l);
	buf_free(&path);
	return true;
}

bool
kept_open(
    struct kept *k, const struct run *const run[2], const char *const hash[2])
{
	bool all = true;

	for (size_t side = 0; side < 2; side++) {
		intern_open(&k->line[side]);
		if (hash[side] != NULL)
			all &=
			    read_lines(&k->line[side], run[side], hash[side]);
	}
	return all;
}

void
kept_close(struct kept *k)
{
	for (size_t side = 0; side < 2; side++)
		intern_free(&k->line[side]);
}

bool
kept_alone(const struct kept *k, size_t side, uint32_t i)
{
	const struct intern *all = &k->line[side];

	return intern_find(&k->line[!side], all->str[i].s, all->str[i].len) ==
	    UINT32_MAX;
}

static bool
has_type(const struct run *r, const struct buf *form)
{
	char *path = run_table(r, "types.tsv");
	struct tsv t;
	bool has = false;
	size_t k;

	if (path == NULL)
		return true; /* nobody knows */
	tsv_open(&t, path);
	k = tsv_column(&t, "type");
	while (tsv_next(&t))
		has |= t.size[k] == form->len &&
		    memcmp(t.cell[k], form->s, form->len) == 0;
	tsv_close(&t);
	free(path);
	return has;
}

bool
kept_is_type(const struct run *const run[2], const char *word)
{
	struct buf form = {0};
	bool is;

	form_put(&form, word, strlen(word));
	is = has_type(run[0], &form) || has_type(run[1], &form);
	buf_free(&form);
	return is;
}
