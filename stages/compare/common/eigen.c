#include "eigen.h"

#include <errno.h>
#include <gsl/gsl_eigen.h>
#include <gsl/gsl_errno.h>

#include "lib/base/err.h"

void
eigen(double *a, size_t n, double *value, double *vector)
{
	gsl_eigen_symmv_workspace *w;
	gsl_matrix_view m;
	gsl_matrix_view to;
	gsl_vector_view v;

	if (n == 0)
		return;
	(void)gsl_set_error_handler_off();
	w = gsl_eigen_symmv_alloc(n);
	if (w == NULL) {
		errno = ENOMEM;
		die_sys("eigenvalues");
	}
	m = gsl_matrix_view_array(a, n, n);
	to = gsl_matrix_view_array(vector, n, n);
	v = gsl_vector_view_array(value, n);
	if (gsl_eigen_symmv(&m.matrix, &v.vector, &to.matrix, w) != 0 ||
	    gsl_eigen_symmv_sort(
		&v.vector, &to.matrix, GSL_EIGEN_SORT_VAL_DESC) != 0 ||
	    gsl_matrix_transpose(&to.matrix) != 0)
		die_data("eigenvalues", 0, "GSL cannot find them");
	gsl_eigen_symmv_free(w);
}
