//! What the merchant's account holds: refunds and transfers are paid from it, payments go into it.

use std::sync::{Arc, Mutex, PoisonError};

use crate::money::Fen;

/// Clones are the same account.
#[derive(Clone)]
pub(crate) struct Account(Arc<Mutex<Option<Fen>>>);

impl Account {
    /// Without a balance there is always enough.
    pub(crate) fn new(balance: Option<Fen>) -> Self {
        Self(Arc::new(Mutex::new(balance)))
    }

    /// From now on the account holds this and no more.
    pub(crate) fn set(&self, balance: Fen) {
        self.with(|held| *held = Some(balance));
    }

    /// Nothing where there is always enough.
    pub(crate) fn balance(&self) -> Option<Fen> {
        self.with(|held| *held)
    }

    pub(crate) fn put(&self, amount: Fen) {
        self.with(|held| *held = held.map(|held| held.plus(amount)));
    }

    /// Says no, and takes nothing, where there is too little.
    pub(crate) fn take(&self, amount: Fen) -> bool {
        self.with(|held| match held {
            None => true,
            Some(balance) => match balance.minus(amount) {
                Some(rest) => {
                    *balance = rest;
                    true
                }
                None => false,
            },
        })
    }

    fn with<T>(&self, work: impl FnOnce(&mut Option<Fen>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
