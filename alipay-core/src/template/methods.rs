//! What the author's struct is called by. Beside the type and not in a constant, so that messages and
//! completion say `Order::new`.

/// `new` with the required fields, and a setter for each other field.
///
/// What is given for a field stands in three places, of which one is filled: what becomes the value (`T`), items of
/// the list (`impl Into<T>`), or exactly `T`. The first two are generic, which inlines as `#[inline]` does.
/// Places, and not three options behind each other: between those, rustc copies all that it has matched so far.
#[doc(hidden)]
#[macro_export]
macro_rules! __methods {
    (
        $vis:vis struct $ident:ident
        new { $($about:tt)* }
        required {$( $required:ident ($($into:ty)?) ($($own:ty)?) )*}
        absent { $($absent:ident)* }
        lists { $($list:ident)* }
        setters {$(
            $set:ident $svis:vis $name:ident $field:ident ($($one:ty)?) ($($item:ty)?) ($($exact:ty)?) { $($docs:tt)* }
        )*}
    ) => {
        #[allow(dead_code, deprecated, non_snake_case, unused_qualifications, clippy::all, clippy::pedantic)]
        impl $ident {
            $($about)*
            #[inline]
            $vis fn new($($required: $(impl $crate::__private::Into<$into>)? $($own)?),*) -> Self {
                Self {
                    $($required: $crate::__private::Into::into($required),)*
                    $($absent: $crate::__private::None,)*
                    $($list: $crate::__private::Vec::new(),)*
                }
            }
            $(
                $($docs)*
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
        }
    };
}
