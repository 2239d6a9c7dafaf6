#include "stat_readability.h"

double
stat_readability_lix(double asl, double long_by_words)
{
	return asl + 100 * long_by_words;
}

double
stat_readability_rix(double long_words, double sentences)
{
	return long_words / sentences;
}
