//! Declarations without a mistake, under the circumstances that break macros.

pub mod cfg_on_fields;
pub mod documented;
pub mod everything;
pub mod foreign_names;
pub mod inside_a_macro;
pub mod long_path;
pub mod private;
pub mod raw_identifiers;
pub mod renamed_crate;
pub mod sixty_fields;
pub mod strict_lints;
