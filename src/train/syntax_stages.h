// Finds how few features tell the move that all of them would.
#pragma once

#include <vector>

#include "train/syntax_data.h"
#include "train/syntax_write.h"

namespace corroborate::syntax {

// Measured while the packed model parses sentences of the treebank.
MoveStages find_stages(const PackedMoves& moves, const PackedTable& relations, const Treebank& treebank,
                       const std::vector<JointTag>& joint);

}  // namespace corroborate::syntax
