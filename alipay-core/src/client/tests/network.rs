//! The default transport against sockets of this computer.
