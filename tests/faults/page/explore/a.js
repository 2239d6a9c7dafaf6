'use strict';
// a
