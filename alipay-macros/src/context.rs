//! Collects the mistakes of a declaration, so that its author sees all of them at once.

use proc_macro2::{Span, TokenStream};
use quote::ToTokens;

/// The mistakes found so far.
///
/// Must be read with [`Context::finish`]: in a debug build an unread one panics, so that no path
/// through the macros can drop a mistake.
#[derive(Debug, Default)]
pub(crate) struct Context {
    errors: Vec<syn::Error>,
    read: bool,
}

impl Context {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Notes a mistake at a span.
    pub(crate) fn error(&mut self, span: Span, message: impl std::fmt::Display) {
        self.errors.push(syn::Error::new(span, message));
    }

    /// Notes a mistake at all tokens of a piece of syntax.
    pub(crate) fn error_at(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.errors.push(syn::Error::new_spanned(tokens, message));
    }

    /// Notes what syn could not read.
    pub(crate) fn syn_error(&mut self, error: syn::Error) {
        self.errors.push(error);
    }

    /// Whether nothing was found so far.
    pub(crate) fn is_clean(&self) -> bool {
        self.errors.is_empty()
    }

    /// How many were found so far.
    pub(crate) fn len(&self) -> usize {
        self.errors.len()
    }

    /// The mistakes as `compile_error!`s; empty if there is none.
    pub(crate) fn finish(mut self) -> TokenStream {
        self.read = true;
        self.errors.iter().map(syn::Error::to_compile_error).collect()
    }
}

impl Drop for Context {
    fn drop(&mut self) {
        debug_assert!(self.read || std::thread::panicking(), "a Context was dropped unread");
    }
}
