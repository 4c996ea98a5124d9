//! The wire: our bytes against the official Java client's, and whole calls over real sockets.

mod java_vectors;
