/* kind - numbers, and names that look like them. */
#include "show/common/kind.h"
#include "tap.h"

static void
all_are(enum cell kind, const char *const *s)
{
	for (; *s != NULL; s++)
		ok(cell_kind(*s) == kind, *s);
}

int
main(void)
{
	static const char *const numbers[] = {"0", "7", "-7", "2025", "0.5",
	    "-0.25", "123456789012345", "1.00001", "1e-07", "1.5e+300",
	    "-1.25e-307", NULL};
	static const char *const beyond[] = {
	    "1e-308", "1e-400", "1.5e+308", "-1e-123456", NULL};
	static const char *const names[] = {"01", "00", "+1", "-0", "-01",
	    "1e5", "1e+5", "10e+05", "1.50e-07", "0e+00", "1e-007", "1.", ".5",
	    "1.50", "1.0", "1,5", "1 000", " 1", "1 ", "0x1F", "nan", "inf",
	    "-", "e", "1.2.3", "1234567890123456", "0.1234567890123456", "na",
	    "1e-", "=1", NULL};

	all_are(CELL_NUMBER, numbers);
	all_are(CELL_BEYOND, beyond);
	all_are(CELL_TEXT, names);
	ok(cell_kind("") == CELL_EMPTY, "empty");
	ok(cell_kind("NA") == CELL_NA, "NA");
	return done();
}
