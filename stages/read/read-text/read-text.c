/* read-text - one file a speech -> transcript; see read-text.1 */
#include <unistd.h>

#include "lib/base/err.h"
#include "lib/base/opt.h"
#include "read/common/plain.h"

static void
options(struct plain *j, int argc, char **argv)
{
	static const struct opt_page page = {
	    "read-text [-hHjJqSVvX] [-a name=value] ... [-d table [-k column]] "
	    "[-e encoding] [-M table] [-p pattern] [-u unit] [file ...]",
	    "plain text, one file a speech or a debate, to transcript",
	    "a:d:e:HjJk:M:p:Su:X"};
	int ch;

	while ((ch = opt_next(argc, argv, &page)) != -1)
		switch (ch) {
		case 'e':
			j->o.encoding = optarg;
			break;
		case 'J':
			j->para.words = true;
			j->o.by_blank = true;
			break;
		case 'j':
			j->o.by_blank = true;
			break;
		case 'S':
			j->turns.lone = true;
			break;
		default:
			plain_option(j, ch, optarg);
			break;
		}
	plain_check(j, &page);
}

int
main(int argc, char *argv[])
{
	struct plain j = {.o.encoding = ""};

	err_init(argv[0]);
	options(&j, argc, argv);
	plain_run(&j, argv + optind, argc - optind);
	return RC_OK;
}
