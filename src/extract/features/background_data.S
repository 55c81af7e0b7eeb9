// The table of document frequencies as it lies on disk.
    .section .rodata
    .global corroborate_background_begin
    .global corroborate_background_end
corroborate_background_begin:
    .incbin BACKGROUND_FILE
corroborate_background_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
