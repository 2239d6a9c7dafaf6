/* stat_richness, spectrum - against 50-digit arithmetic and published figures.
 *
 * The expected values are the R expressions of stat_richness.h, worked out
 * with 50 digits (mpmath); R itself gives the same to 12 digits. */
#include "measure/richness/stat_richness.h"
#include "tap.h"

enum {
	INDICES = 17,
	CLASSES = 16
};

static const struct {
	const char *name;
	double (*of)(const struct spectrum *);
} indices[INDICES] = {
    {"ttr", stat_richness_ttr},
    {"guiraud_r", stat_richness_guiraud_r},
    {"carroll_cttr", stat_richness_carroll_cttr},
    {"herdan_c", stat_richness_herdan_c},
    {"dugast_u", stat_richness_dugast_u},
    {"maas_a", stat_richness_maas_a},
    {"maas_a2", stat_richness_maas_a2},
    {"summer_s", stat_richness_summer_s},
    {"yule_k", stat_richness_yule_k},
    {"yule_i", stat_richness_yule_i},
    {"simpson_d", stat_richness_simpson_d},
    {"herdan_vm", stat_richness_herdan_vm},
    {"honore_h", stat_richness_honore_h},
    {"brunet_w", stat_richness_brunet_w},
    {"sichel_s", stat_richness_sichel_s},
    {"hdd_sum", stat_richness_hdd_sum},
    {"hdd", stat_richness_hdd},
};

static const struct {
	const char *name;
	struct spectrum_class c[CLASSES]; /* in any order */
	double want[INDICES];
} cases[] = {
    {"St John, chapter 1",
	{{59, 1}, {1, 212}, {2, 51}, {3, 26}, {4, 13}, {5, 6}, {6, 6}, {7, 3},
	    {8, 4}, {10, 1}, {11, 1}, {13, 3}, {16, 1}, {17, 1}, {19, 1},
	    {21, 1}},
	{0.43841059602649007, 12.046323392835185, 8.5180369594398982,
	    0.87556443399669318, 23.128009491697158, 0.20793656795285294,
	    0.043237616292011429, 0.87428871212699694, 112.76698390421473,
	    15.989638061879743, 0.01129165422383052, 0.097877748571501043,
	    1843.2298949591825, 11.505219779362619, 0.1540785498489426,
	    35.862496325101193, 0.85386896012145698}},
    {"billions",
	{{1, 100000}, {1000000, 1000}, {UINT64_C(3000000000), 1},
	    {UINT64_C(5000000000), 1}},
	{1.1222319752002756e-5, 1.0646486460761514, 0.75282027722152328,
	    0.50273313543651282, 20.017918032090954, 0.22350670015870831,
	    0.049955245015834741, 0.70074151581823364, 4197.5610402240986,
	    3.0003246975088969e-10, 0.41975610406904891, 0.64787823187654334,
	    231039.57036542755, 23.535006291474155, 0.0, 6.6564677838598557,
	    0.15848732818713942}},
    {"just long enough for HD-D", {{1, 30}, {2, 11}},
	{0.78846153846153846, 5.6856770113085985, 4.0203807703327727,
	    0.93984890105375523, 28.528212679345059, 0.18722451672530376,
	    0.035053019663023547, 0.88511778563591359, 81.36094674556213,
	    50.939393939393939, 0.0082956259426847662, 0.054558409094166404,
	    1472.7362951076229, 8.0534404496384615, 0.26829268292682927,
	    34.857466063348416, 0.82993966817496229}},
    {"four types", {{40, 1}, {1, 1}, {2, 1}, {3, 1}},
	{0.086956521739130435, 0.58976782461958853, 0.41702882811414953,
	    0.36208519356008043, 2.6065515565645941, 0.6193937805917673,
	    0.38364865543576236, (double)NAN, 7410.2079395085066,
	    0.009937888198757764, 0.75748792270531401, 0.71607256921741757,
	    510.48551953187933, 20.417859887397251, 0.25, 3.9069828722002635,
	    0.093023401719053893}},
    {"hapax only", {{1, 50}},
	{1, 7.0710678118654752, 5, 1, (double)NAN, 0, 0, 1, 0, (double)NAN, 0,
	    0, (double)NAN, 7.3601685394285079, 0, 42, 1}},
    {"one type", {{1000, 1}},
	{0.001, 0.031622776601683793, 0.022360679774997897, 0, 3,
	    0.57735026918962576, 0.33333333333333333, (double)NAN, 9990,
	    1.000001000001e-6, 1, 0, 690.77552789821371, 1000, 0, 1,
	    0.02380952380952381}},
    {"one word", {{1, 1}},
	{1, 1, 0.70710678118654752, (double)NAN, (double)NAN, (double)NAN,
	    (double)NAN, (double)NAN, 0, (double)NAN, (double)NAN, 0,
	    (double)NAN, 1, 0, (double)NAN, (double)NAN}},
    {"no word", {{0, 0}},
	{(double)NAN, (double)NAN, (double)NAN, (double)NAN, (double)NAN,
	    (double)NAN, (double)NAN, (double)NAN, (double)NAN, (double)NAN,
	    (double)NAN, (double)NAN, (double)NAN, (double)NAN, (double)NAN,
	    (double)NAN, (double)NAN}},
};

static void
figures(void)
{
	struct spectrum s = {0};
	char name[64];

	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		spectrum_clear(&s);
		for (size_t k = 0; k < CLASSES; k++)
			spectrum_add(&s, cases[i].c[k].f, cases[i].c[k].types);
		spectrum_sort(&s);
		for (size_t k = 0; k < INDICES; k++) {
			(void)snprintf(name, sizeof(name), "%s: %s",
			    cases[i].name, indices[k].name);
			near(indices[k].of(&s), cases[i].want[k], 1e-11, name);
		}
	}
	spectrum_free(&s);
}

/* As they are printed elsewhere: Yule's K of a toy text (1944), and those of
 * St John to the digits given. */
static void
published(void)
{
	static const uint64_t toy[] = {1, 1, 1, 2, 2, 3};
	struct spectrum s = {0};

	spectrum_count(&s, toy, 6);
	near(stat_richness_yule_k(&s), 1000, 1e-12, "a b c d d e e f f f: K");
	spectrum_clear(&s);
	for (size_t k = 0; k < CLASSES; k++)
		spectrum_add(&s, cases[0].c[k].f, cases[0].c[k].types);
	spectrum_sort(&s);
	is_u64(s.tokens, 755, "St John: N");
	is_u64(s.types, 331, "St John: V");
	near(stat_richness_yule_k(&s), 112.767, 1e-6, "St John: K");
	near(stat_richness_simpson_d(&s), .01129165, 1e-6, "St John: D");
	near(stat_richness_yule_i(&s), 15.98964, 1e-6, "St John: I");
	near(stat_richness_guiraud_r(&s), 12.04632, 1e-6, "St John: R");
	near(stat_richness_herdan_c(&s), .8755644, 1e-6, "St John: C");
	near(stat_richness_brunet_w(&s), 11.50522, 1e-6, "St John: W");
	near(stat_richness_honore_h(&s), 1843.23, 1e-6, "St John: H");
	near(stat_richness_hdd_sum(&s), 35.8625, 1e-6, "St John: HD-D, sum");
	near(stat_richness_hdd(&s), .853869, 1e-6, "St John: HD-D");
	spectrum_free(&s);
}

static void
spectra(void)
{
	static const uint64_t f[] = {1000, 1, 0, 3, 255, 1, 256, 1000, 3, 1};
	static const struct spectrum_class want[] = {
	    {1, 3}, {3, 2}, {255, 1}, {256, 1}, {1000, 2}};
	struct spectrum s = {0};
	bool same = true;

	for (int again = 0; again < 2; again++)
		spectrum_count(&s, f, sizeof(f) / sizeof(*f));
	is_u64(s.n, 5, "classes");
	for (size_t i = 0; i < 5 && i < s.n; i++)
		same = same && s.c[i].f == want[i].f &&
		    s.c[i].types == want[i].types;
	ok(same, "sorted, each once");
	is_u64(s.types, 9, "types: none with 0");
	is_u64(s.tokens, 2520, "tokens");
	is_u64(spectrum_types(&s, 3), 2, "V_3");
	is_u64(spectrum_types(&s, 4), 0, "V_4");
	spectrum_free(&s);
}

/* R: by the expressions of the header, of k = c(9, 4, 3, 1), c(9, 4), and of
 * c(2000, 1200, 700, 500) and 3 in all of 100 runs */
static void
excess(void)
{
	static const uint32_t k[] = {0, 9, 4, 3, 1};
	uint32_t many[101] = {0, 2000, 1200, 700, 500};

	near(stat_richness_excess(k, 4), 0.000561563067527231, 1e-11, "of 4");
	near(stat_richness_excess(k, 2), -0.00288180012694253, 1e-12, "of 2");
	many[100] = 3;
	near(stat_richness_excess(many, 100), 5.04544153494734e-05, 1e-10,
	    "of a hundred");
}

static void
slope(void)
{
	struct spectrum s = {.tokens = 755, .types = 331};

	near(stat_richness_slope(stat_richness_dugast_u, &s), 1.21270882769751,
	    1e-11, "slope of Dugast's");
	near(stat_richness_slope(stat_richness_brunet_w, &s),
	    -0.420162090831657, 1e-11, "of Brunet's");
	s.types = 1;
	ok(isnan(stat_richness_slope(stat_richness_ttr, &s)), "of one type");
}

int
main(void)
{
	figures();
	published();
	spectra();
	excess();
	slope();
	return done();
}
