// Replaced by the contract.
