"""What can be wrong with files of other programs that posdoc reads: Word, Excel, text (POS9xx)."""
