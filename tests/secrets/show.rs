//! Prints a value in every way there is, and notes its type.

use std::error::Error;
use std::fmt::{Debug, Display};
use std::marker::PhantomData;

/// Lines that name a type that was printed, or that cannot be printed, begin so.
pub(crate) const TYPE: &str = "TYPE| ";

/// `Debug`, short and long, and `Display` where there is one, of each value.
macro_rules! show {
    ($($value:expr),* $(,)?) => {{
        #[allow(unused_imports, reason = "one of the two ways is taken")]
        use $crate::show::{NoText as _, Text as _};
        $(
            let value = &$value;
            $crate::show::debug(value);
            println!("{}", (&$crate::show::Shown(value)).text());
        )*
    }};
}

/// Notes types that have neither `Debug` nor `Display`: what is not there prints nothing.
macro_rules! mute {
    ($($type:ty),* $(,)?) => {{
        #[allow(unused_imports, reason = "one of the two ways is taken")]
        use $crate::show::{Mute as _, Speaks as _};
        $((&&$crate::show::Probe::<$type>::new()).mute();)*
    }};
}

pub(crate) use {mute, show};

pub(crate) fn debug<T: Debug>(value: &T) {
    println!("{TYPE}{}", std::any::type_name::<T>());
    println!("{value:?}\n{value:#?}");
}

/// An error and all its causes, which are of whatever type.
pub(crate) fn causes(error: &(dyn Error + 'static)) {
    for error in std::iter::successors(Some(error), |&error| error.source()) {
        println!("{error}\n{error:?}\n{error:#?}");
    }
}

/// Of the two ways, method lookup takes the first that fits, and `&Shown` comes before `&&Shown`.
pub(crate) struct Shown<'a, T>(pub(crate) &'a T);

pub(crate) trait Text {
    fn text(&self) -> String;
}

impl<T: Display> Text for Shown<'_, T> {
    fn text(&self) -> String {
        format!("{}", self.0)
    }
}

pub(crate) trait NoText {
    fn text(&self) -> String;
}

impl<T> NoText for &Shown<'_, T> {
    fn text(&self) -> String {
        String::new()
    }
}

pub(crate) struct Probe<T>(PhantomData<T>);

impl<T> Probe<T> {
    pub(crate) fn new() -> Self {
        Self(PhantomData)
    }
}

/// A type that can be printed has to be shown. As it should be, nothing comes to this.
#[allow(dead_code, reason = "only a type that is wrongly called mute uses it")]
pub(crate) trait Speaks {
    fn mute(&self);
}

impl<T: Debug> Speaks for &Probe<T> {
    fn mute(&self) {
        panic!("{} has `Debug`: show a value of it", std::any::type_name::<T>());
    }
}

pub(crate) trait Mute {
    fn mute(&self);
}

impl<T> Mute for &&Probe<T> {
    fn mute(&self) {
        println!("{TYPE}{}", std::any::type_name::<T>());
    }
}
