//! What the author's struct is called by. Beside the type and not in a constant, so that messages and
//! completion say `Order::new`.

/// `new` with the required fields, a setter for each other field, and what a request has beside them.
///
/// A setter takes what becomes the value `(T)`, or items of the list `[impl Into<T>]`, or exactly `{ T }`.
/// The first two are generic, which inlines as `#[inline]` does.
#[doc(hidden)]
#[macro_export]
macro_rules! __methods {
    (
        $vis:vis struct $ident:ident $doc:literal
        new($($required:ident: $parameter:ty),*) $new:block
        setters {$(
            $(#[$docs:meta])*
            $set:ident $svis:vis $name:ident: $field:ident $(($one:ty))? $([$item:ty])? $({ $exact:ty })?;
        )*}
        $($more:item)*
    ) => {
        #[allow(dead_code, deprecated, non_snake_case, unused_qualifications, clippy::all, clippy::pedantic)]
        impl $ident {
            #[doc = $doc]
            #[inline]
            #[must_use]
            $vis fn new($($required: $parameter),*) -> Self $new
            $(
                $(#[$docs])*
                #[must_use]
                $svis fn $name(
                    mut self,
                    $field: $(impl $crate::__private::Into<$one>)?
                        $(impl $crate::__private::IntoIterator<Item = $item>)?
                        $($exact)?
                ) -> Self {
                    $crate::__private::$set(&mut self.$field, $field);
                    self
                }
            )*
            $($more)*
        }
    };
}
