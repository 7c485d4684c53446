"""Many short Markov chains side by side: sizes of the parts, and which shocks there were.

Sizes move by the differences of other chains (differential evolution; ter Braak 2006); shocks are born, die or move
(reversible jump; Green 1995), offered by what the chains see at the time of linearising.
"""

import numpy as np

from analysis.estimators.bridge.model import Linear
from analysis.estimators.bridge.prior import log_prior, sample_prior
from analysis.estimators.bridge.shocks import Shocks
from analysis.estimators.bridge.state import Slab, State, gain
from analysis.estimators.moments import Floats, Ints

CHAINS = 64
CANDIDATES = 256
SLOTS = 12
"""Most shocks that one chain may hold."""
PIONEERS = 12
"""How many chains say which shocks are worth offering."""
CURIOSITY = 0.3
"""Share of offers that follow the prior alone."""


class Sampler:
    """Samples sizes and shocks for a linear model; changes its state in place."""

    def __init__(self, linear: Linear, shocks: Shocks, rng: np.random.Generator) -> None:
        self.rng, self.linear, self.slab = rng, linear, Slab.of(shocks)
        theta = sample_prior(rng, CANDIDATES)
        first = State.at(linear, self.slab, theta, np.full((CANDIDATES, SLOTS), self.slab.none))
        weight = np.exp(first.log_lik - first.log_lik.max())
        chosen = rng.choice(CANDIDATES, CHAINS, p=weight / weight.sum())
        self.state = State.at(linear, self.slab, theta[chosen], first.slots[chosen])
        self.offer = self._offers()

    def relinearise(self, linear: Linear) -> None:
        """Go on with the model around a better pilot."""
        self.linear = linear
        self.state = State.at(linear, self.slab, self.state.theta, self.state.slots)
        self.offer = self._offers()

    def sweep(self, shock_moves: int) -> None:
        """Move sizes once and shocks ``shock_moves`` times."""
        self._move_sizes()
        for _ in range(shock_moves):
            self._birth_or_death()
            self._swap()

    def _move_sizes(self) -> None:
        old, count = self.state, CHAINS
        first = (np.arange(count) + self.rng.integers(1, count, count)) % count
        second = (first + self.rng.integers(1, count, count)) % count
        stride = np.where(self.rng.random(count) < 0.1, 1.0, 0.84)[:, None]  # 0.84 = 2.38 / sqrt(2 x 4 sizes)
        theta = old.theta + stride * (old.theta[first] - old.theta[second])
        theta += self.rng.normal(0, 0.03, theta.shape)
        prior = log_prior(theta)
        theta = np.where(np.isfinite(prior)[:, None], theta, old.theta)
        new = State.at(self.linear, self.slab, theta, old.slots)
        ratio = new.log_lik + prior - old.log_lik - log_prior(old.theta)
        old.take(new, np.log(self.rng.random(count)) < ratio)

    def _offers(self) -> Floats:
        """With which probability each shock is offered: by its odds as the chains see them, and some by prior."""
        shapes, some = self.linear.shocks, slice(0, PIONEERS)
        solved = self.state.inverse[some] @ shapes
        q, b = np.einsum("ns,rns->rs", shapes, solved), np.einsum("rn,rns->rs", self.state.rest[some], solved)
        odds = 0.7 * (self.slab.log_odds + gain(q, b, self.slab.mean, self.slab.variance))
        odds[:, self.slab.none] = -np.inf
        seen = np.exp(odds - odds.max(1, keepdims=True))
        prior = np.append(np.exp(self.slab.log_odds[:-1]), 0.0)
        seen_share = (seen / seen.sum(1, keepdims=True)).mean(0)
        return np.asarray((1 - CURIOSITY) * seen_share + CURIOSITY * prior / prior.sum())

    def _birth_or_death(self) -> None:
        slots, none = self.state.slots, self.slab.none
        held = (slots < none).sum(1)
        birth = (self.rng.random(CHAINS) < 0.5) & (held < SLOTS)
        death = ~birth & (held > 0)
        offered = self.rng.choice(none + 1, CHAINS, p=self.offer)
        slot = np.where(birth, self._pick(slots == none), self._pick(slots < none))
        leaving = np.where(death, slots[np.arange(CHAINS), slot], none)
        coming = np.where(birth & ~(slots == offered[:, None]).any(1), offered, none)
        log_offer = np.log(self.offer + 1e-300)
        ratio = np.where(birth, -np.log(held + 1) - log_offer[coming], 0.0)
        ratio += np.where(death, np.log(np.maximum(held, 1)) + log_offer[leaving], 0.0)
        self._try(leaving, coming, slot, ratio)

    def _swap(self) -> None:
        slots, none = self.state.slots, self.slab.none
        slot = self._pick(slots < none)
        leaving = slots[np.arange(CHAINS), slot]
        offered = self.rng.choice(none + 1, CHAINS, p=self.offer)
        able = (leaving < none) & ~(slots == offered[:, None]).any(1)
        coming = np.where(able, offered, leaving)
        log_offer = np.log(self.offer + 1e-300)
        self._try(leaving, coming, slot, log_offer[leaving] - log_offer[coming])

    def _try(self, leaving: Ints, coming: Ints, slot: Ints, ratio: Floats) -> None:
        """Accept changes by Metropolis and Hastings; ``ratio`` is the log ratio of the offers."""
        ratio = ratio + self.state.gain(self.linear, self.slab, leaving, coming)
        ratio += self.slab.log_odds[coming] - self.slab.log_odds[leaving]
        yes = (np.log(self.rng.random(CHAINS)) < ratio) & (leaving != coming)
        self.state.exchange(self.linear, self.slab, yes, (leaving, coming, slot))

    def _pick(self, allowed: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Ints:
        """Pick one allowed slot per chain at random; 0 where none is allowed."""
        return np.asarray((self.rng.random(allowed.shape) * allowed).argmax(1))
