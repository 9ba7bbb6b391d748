/**
 * Most claims that earlier acts of one question are judged against: for each act, the things that what it was done to had come from by its day. Along a chain this
 * grows with the square of its length. Acts are judged in time order while the sum stays within it; what is left is unknown, and the answer says that it was cut.
 */
export const claimBudget = 100_000;
