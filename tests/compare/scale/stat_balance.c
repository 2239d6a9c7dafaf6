/* stat_balance - by hand and against R. */
#include "compare/scale/stat_balance.h"
#include "tap.h"

int
main(void)
{
	struct stat_balance x = stat_balance_share(10, 30);

	near(x.v, 0.5, 1e-15, "(30 - 10) / 40");
	/* R: p <- .75; 2 * sqrt(p * (1 - p) / 40), the binomial's */
	near(x.se, 0.13693063937629152, 1e-14, "its se");
	x = stat_balance_share(0, 3);
	near(x.v, 1, 0, "all on the right");
	near(x.se, (double)NAN, 0, "no se");
	near(stat_balance_share(0, 0).v, (double)NAN, 0, "nothing");
	x = stat_balance_logit(10, 30);
	/* R: log(30.5 / 10.5); sqrt(1 / 30.5 + 1 / 10.5) */
	near(x.v, 1.0663514264498881, 1e-14, "logit");
	near(x.se, 0.35780578598451546, 1e-14, "its se");
	x = stat_balance_logit(0, 0);
	near(x.v, 0, 0, "logit of nothing");
	near(x.se, 2, 1e-15, "its se");
	x = stat_balance_net(10, 30, 500);
	near(x.v, 4, 1e-15, "per cent of words");
	near(x.se, 1.2649110640673518, 1e-14, "its se");
	near(stat_balance_net(0, 0, 0).v, (double)NAN, 0, "no words");
	near(stat_balance_net(0, 0, 9).se, (double)NAN, 0, "nothing: no se");
	return done();
}
