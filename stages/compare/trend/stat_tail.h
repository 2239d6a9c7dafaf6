/* stat_tail - two-sided tail probabilities as natural logarithms, so that
 * nothing underflows. */
#ifndef STAT_TAIL_H
#define STAT_TAIL_H

/* ln P(|Z| >= |z|), Z standard normal.
 * R: log(2) + pnorm(-abs(z), log.p = TRUE) */
double stat_tail_normal(double z);
/* ln P(|t_df| >= |t|), Student's law, df > 0.
 * R: log(2) + pt(-abs(t), df, log.p = TRUE) */
double stat_tail_student(double t, double df);

#endif
