//! The demo's stage: worlds that set themselves up, time that moves, and the page.

mod worlds;
