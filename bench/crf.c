/* crf.c - tags by a conditional random field of CRFsuite, beside tag (tag.sh).
 * usage: crf learn|tag MODEL <rows: a tag and attributes, parted by tabs, one
 * word a line; a blank line behind each sentence.  tag writes its tags, and how
 * long they took on stderr. */
#include <crfsuite.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void
give_up(const char *what)
{
	fprintf(stderr, "crf: %s\n", what);
	exit(3);
}

/* A word of a line. */
static void
add_word(crfsuite_instance_t *s, crfsuite_dictionary_t *attrs,
    crfsuite_dictionary_t *labels, char *line, int is_new)
{
	crfsuite_item_t item;
	char *p = strchr(line, '\t');

	crfsuite_item_init(&item);
	if (p == NULL)
		give_up("a word without attributes");
	*p++ = '\0';
	for (char *end; p != NULL; p = end) {
		crfsuite_attribute_t a;

		end = strchr(p, '\t');
		if (end != NULL)
			*end++ = '\0';
		crfsuite_attribute_init(&a);
		a.aid = is_new ? attrs->get(attrs, p) : attrs->to_id(attrs, p);
		a.value = 1;
		if (a.aid >= 0)
			crfsuite_item_append_attribute(&item, &a);
	}
	crfsuite_instance_append(
	    s, &item, is_new ? labels->get(labels, line) : 0);
	crfsuite_item_finish(&item);
}

/* The next sentence: 0 is the end. */
static int
read_sentence(crfsuite_instance_t *s, crfsuite_dictionary_t *attrs,
    crfsuite_dictionary_t *labels, int is_new)
{
	static char *line;
	static size_t cap;
	ssize_t n;

	crfsuite_instance_init(s);
	while ((n = getline(&line, &cap, stdin)) > 0) {
		line[n - 1] = '\0';
		if (*line == '\0')
			return 1;
		add_word(s, attrs, labels, line, is_new);
	}
	return s->num_items > 0;
}

static void
learn(const char *model)
{
	crfsuite_data_t data;
	crfsuite_trainer_t *t;
	crfsuite_params_t *params;
	crfsuite_instance_t s;

	crfsuite_data_init(&data);
	if (!crfsuite_create_instance("dictionary", (void **)&data.attrs) ||
	    !crfsuite_create_instance("dictionary", (void **)&data.labels) ||
	    !crfsuite_create_instance("train/crf1d/lbfgs", (void **)&t))
		give_up("CRFsuite does not begin");
	while (read_sentence(&s, data.attrs, data.labels, 1)) {
		crfsuite_data_append(&data, &s);
		crfsuite_instance_finish(&s);
	}
	params = t->params(t);
	params->set(params, "c2", "0.5");
	params->set(params, "max_iterations", "100");
	if (t->train(t, &data, model, -1) != 0)
		give_up("CRFsuite does not learn");
}

static void
tag(const char *model)
{
	crfsuite_model_t *m;
	crfsuite_tagger_t *t;
	crfsuite_dictionary_t *attrs;
	crfsuite_dictionary_t *labels;
	crfsuite_instance_t s;
	clock_t took = 0;
	long n = 0;

	if (crfsuite_create_instance_from_file(model, (void **)&m) != 0 ||
	    m->get_tagger(m, &t) != 0 || m->get_attrs(m, &attrs) != 0 ||
	    m->get_labels(m, &labels) != 0)
		give_up("no model");
	while (read_sentence(&s, attrs, labels, 0)) {
		clock_t start = clock();
		floatval_t score;
		int *y = calloc((size_t)s.num_items, sizeof(*y));

		t->set(t, &s);
		t->viterbi(t, y, &score);
		took += clock() - start;
		n += s.num_items;
		for (int i = 0; i < s.num_items; i++) {
			const char *name;

			labels->to_string(labels, y[i], &name);
			puts(name);
		}
		free(y);
		crfsuite_instance_finish(&s);
	}
	fprintf(stderr, "%ld words in %.0f ms, attributes made and found\n", n,
	    1000.0 * (double)took / CLOCKS_PER_SEC);
}

int
main(int argc, char **argv)
{
	if (argc == 3 && strcmp(argv[1], "learn") == 0)
		learn(argv[2]);
	else if (argc == 3 && strcmp(argv[1], "tag") == 0)
		tag(argv[2]);
	else
		give_up("usage: crf learn|tag MODEL <rows");
	return 0;
}
