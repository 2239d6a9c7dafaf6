/* read-tei - TEI P5 -> transcript, or tokens of annotated files; see
 * read-tei.1 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/mem.h"
#include "lib/base/opt.h"
#include "read/common/attrs.h"
#include "tei.h"

struct opts {
	char **table; /* -d */
	size_t n_table;
	size_t cap;
	const char *key;
	const char *names;
	bool tokens;
};

static enum unit_kind
parse_unit(const char *arg)
{
	if (strcmp(arg, "turn") == 0)
		return UNIT_TURN;
	if (strcmp(arg, "speaker") == 0)
		return UNIT_SPEAKER;
	if (strcmp(arg, "file") == 0)
		return UNIT_FILE;
	die_usage("option -u: '%s' is not turn, speaker or file", arg);
}

static void
run(struct tei *t, struct opts *o, char **files, int n)
{
	tei_open(t, o->tokens);
	for (size_t i = 0; i < o->n_table; i++)
		if (xml_is(o->table[i]))
			persons_read(&t->given, o->table[i]);
		else
			who_table(&t->who, o->table[i], o->key);
	if (o->names != NULL)
		who_names(&t->who, o->names);
	if (n == 0)
		tei_read(t, NULL);
	for (int i = 0; i < n; i++)
		tei_read(t, files[i]);
	tei_note(t);
	tei_close(t);
	free(o->table);
}

int
main(int argc, char *argv[])
{
	static const struct opt_page page = {
	    "read-tei [-hqtVv] [-a name=value] ... [-d table] ... [-e "
	    "encoding] "
	    "[-k column] [-l languages] [-M table] [-u unit] [file ...]",
	    "TEI to transcript or tokens", "a:d:e:k:l:M:tu:"};
	struct tei t = {0};
	struct opts o = {0};
	int ch;

	err_init(argv[0]);
	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'a':
			attrs_option(&t.all, optarg);
			break;
		case 'd':
			o.table = mem_grow(
			    o.table, &o.cap, o.n_table + 1, sizeof(*o.table));
			o.table[o.n_table++] = optarg;
			break;
		case 'e':
			t.encoding = optarg;
			break;
		case 'k':
			o.key = optarg;
			break;
		case 'l':
			t.languages = optarg;
			break;
		case 'M':
			o.names = optarg;
			break;
		case 't':
			o.tokens = true;
			break;
		case 'u':
			t.u.kind = parse_unit(optarg);
			break;
		}
	if (o.key != NULL && o.n_table == 0)
		opt_refuse(&page, "option -k needs a table (-d)");
	run(&t, &o, argv + optind, argc - optind);
	return RC_OK;
}
