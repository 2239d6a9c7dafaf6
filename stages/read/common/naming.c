#include "naming.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "filename.h"
#include "lib/base/err.h"
#include "lib/text/slug.h"
#include "transcript.h"

void
naming_rename(struct naming *n, const char *arg)
{
	const char *eq = strrchr(arg, '=');
	struct buf from = {0};
	struct buf to = {0};

	if (eq == NULL || eq == arg || eq[1] == '\0')
		die_usage("option -r: '%s' is not name=attribute", arg);
	slug_name(&from, arg, (size_t)(eq - arg));
	slug_name(&to, eq + 1, strlen(eq + 1));
	if (from.len == 0)
		die_usage("option -r: '%.*s' has no letter or digit",
		    (int)(eq - arg), arg);
	if (strcmp(to.s, eq + 1) != 0)
		die_usage("option -r: '%s' is no attribute name (a-z, 0-9 and "
			  "_, a letter first)",
		    eq + 1);
	if (strcmp(to.s, "source") == 0)
		die_usage("option -r: source is the file's name");
	attrs_set(&n->as, from.s, to.s);
	buf_free(&from);
	buf_free(&to);
}

void
naming_ids(struct naming *n, const char *arg)
{
	for (;;) {
		size_t len = strcspn(arg, ",");

		if (len == 0)
			die_usage("option -i: a name is missing");
		n->id = mem_grow(n->id, &n->cap, n->n_id + 1, sizeof(*n->id));
		n->id[n->n_id++] = mem_copy(arg, len);
		if (arg[len] == '\0')
			return;
		arg += len + 1;
	}
}

void
naming_put(const struct naming *n, struct buf *to, const char *key, size_t len)
{
	const char *as = NULL;
	struct buf b = {0};

	if (n->as.n > 0) {
		slug_name(&b, key, len);
		as = attrs_get(&n->as, b.s);
	}
	if (as != NULL)
		buf_str(to, as);
	else
		attrs_name(to, key, len);
	buf_free(&b);
}

bool
naming_same(const char *given, const char *key)
{
	struct buf a = {0};
	struct buf b = {0};
	bool same = strcmp(given, key) == 0;

	if (!same) {
		slug_name(&a, given, strlen(given));
		slug_name(&b, key, strlen(key));
		same = a.len > 0 && strcmp(a.s, b.s) == 0;
		buf_free(&a);
		buf_free(&b);
	}
	return same;
}

void
naming_free(struct naming *n)
{
	for (size_t i = 0; i < n->n_id; i++)
		free(n->id[i]);
	free(n->id);
	attrs_free(&n->as);
	*n = (struct naming){0};
}

void
naming_running(struct buf *to, const char *path, uint64_t number)
{
	size_t len = strlen("stdin");
	const char *stem = "stdin";
	char s[32];

	if (*transcript_source(path) != '\0')
		stem = filename_stem(path, &len);
	slug_file(to, stem, len);
	(void)snprintf(
	    s, sizeof(s), "%s%04" PRIu64, to->len > 0 ? "-" : "", number);
	buf_str(to, s);
}
