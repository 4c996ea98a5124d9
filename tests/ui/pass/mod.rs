//! Declarations without a mistake, under the circumstances that break macros.
