//! What a request is beside a record.

/// The facts of its method, and what it is called by: `validate`, `review`, and the one way in which it travels.
#[doc(hidden)]
#[macro_export]
macro_rules! __request {
    (
        $vis:vis $ident:ident $name:literal $marker:ident
        answer { $response:ty, $error:ty }
        api { $($api:tt)* }
        send { $($send:tt)* }
    ) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::ApiRequest for $ident {
            const METHOD: &'static str = $name;
            type Response = $response;
            type ErrorCode = $error;
            #[inline]
            fn api() -> &'static $crate::__private::Api {
                // Not a `static`, which is compiled with all that it points to whether somebody calls or not.
                const { &$($api)* }
            }
        }
        #[automatically_derived]
        #[allow(deprecated)]
        impl $crate::__private::$marker for $ident {}
        #[allow(dead_code, deprecated)]
        impl $ident {
            /// The method's name.
            $vis const METHOD: &'static str = $name;

            /// Checks every rule of the declaration.
            ///
            /// # Errors
            /// All rules that refuse the request, in the order of the declaration.
            #[inline]
            $vis fn validate(&self) -> $crate::__private::Result<(), $crate::__private::Violations> {
                $crate::__private::validate(self)
            }

            /// All findings, advice included, in the order of the declaration.
            #[inline]
            #[must_use]
            $vis fn review(&self) -> $crate::__private::Vec<$crate::__private::Violation> {
                $crate::__private::review(self)
            }

            $($send)*
        }
    };
}
