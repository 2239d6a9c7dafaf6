#include "options.h"

#include <unistd.h>

enum {
	MAX_CONTEXT = 1000
};

void
options_what(struct opts *o, enum hits_what what, const struct opt_page *page)
{
	if (o->what != HITS_COUNT && o->what != what)
		opt_refuse(
		    page, "options -p, -r, -u and -z exclude each other");
	o->what = what;
}

void
options_check(struct opts *o, const struct opt_page *page)
{
	bool places = o->what == HITS_PLACES;

	if (o->part != NULL && o->what != HITS_COUNT && o->what != HITS_COVER)
		opt_refuse(page, "option -b goes with none of -p, -r and -u");
	if (o->prefix != NULL && (!places || o->sample.n > 0))
		opt_refuse(page, "option -O goes with -p, and not with -n");
	if (o->sample.n > 0 && !places)
		opt_refuse(page, "option -n draws places: it needs -p");
	if (o->sample.n == 0 && o->sample_set)
		opt_refuse(page, "options -s and -w are for -n");
	o->sample.sentences = o->sample.n > 0 && o->by_unit;
	if (o->by_unit && (o->part != NULL || o->what != HITS_COUNT) &&
	    !o->sample.sentences)
		opt_refuse(page,
		    "option -U goes with none of -b, -r, -u and -z, and with "
		    "-p if there is -n");
}

void
options_value(struct opts *o, int ch)
{
	switch (ch) {
	case 'b':
		o->part = optarg;
		break;
	case 'd':
		o->match.dict.path = optarg;
		break;
	case 'n':
		o->sample.n = (uint32_t)opt_u64(ch, optarg, 1, 1000000);
		break;
	case 'O':
		o->prefix = optarg;
		break;
	case 'R':
		o->match.rules = optarg;
		break;
	case 's':
		o->sample.seed = opt_u64(ch, optarg, 0, UINT64_MAX);
		o->sample_set = true;
		break;
	case 'w':
		o->sample.context = opt_u64(ch, optarg, 0, MAX_CONTEXT);
		o->sample_set = true;
		break;
	}
}
