/* stat_tail - against R. */
#include "compare/trend/stat_tail.h"
#include "tap.h"

/* R: log(2) + pt(-abs(t), df, log.p = TRUE) */
static const struct {
	double t;
	double df;
	double want;
} student[] = {
    {0, 5, 0},
    {1, 3, -0.93904204393417745},
    {-2.5, 1, -1.4178350472880488},
    {40, 30, -61.853087466739233},
    {-200, 500, -1101.9396977084889},
    {1e5, 4, -44.259942391319527},
    {60, 2000, -1033.4251456956833},
};

/* R: log(2) + pnorm(-abs(z), log.p = TRUE) */
static const struct {
	double z;
	double want;
} normal[] = {
    {0, 0},
    {1, -1.1478744644493184},
    {-1.96, -2.9958164711696931},
    {10, -52.538137969952523},
    {40, -803.91529483319391},
    {1e4, -50000009.436131731},
};

int
main(void)
{
	const double none = (double)NAN;
	const double infinite = (double)INFINITY;

	for (size_t i = 0; i < sizeof(student) / sizeof(*student); i++)
		near(stat_tail_student(student[i].t, student[i].df),
		    student[i].want, 1e-11, "Student");
	for (size_t i = 0; i < sizeof(normal) / sizeof(*normal); i++)
		near(stat_tail_normal(normal[i].z), normal[i].want, 1e-12,
		    "normal");
	near(stat_tail_normal(none), none, 0, "normal, NAN");
	near(stat_tail_student(2, 0), none, 0, "no degree of freedom");
	near(stat_tail_normal(infinite), -infinite, 0, "normal, infinite");
	near(stat_tail_student(-infinite, 3), -infinite, 0, "t, infinite");
	return done();
}
